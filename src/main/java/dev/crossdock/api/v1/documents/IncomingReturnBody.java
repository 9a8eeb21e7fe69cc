package dev.crossdock.api.v1.documents;

import dev.crossdock.api.v1.documents.Answers.Required;
import dev.crossdock.inventory.returning.ReturnInput;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units that a buyer sends back.
 *
 * @param number the next of ours, when it is absent
 * @param reference what it is called elsewhere: an RMA, an order
 */
record IncomingReturnBody(
    @Nullable String number,
    @Nullable String reference,
    @Nullable String sku,
    @Nullable String location,
    @Nullable Long units,
    @Nullable LocalDate expectedOn) {

  ReturnInput input() {
    new Required().of("sku", sku).of("location", location).of("units", units).check();
    return new ReturnInput(
        number, reference, Answers.given(sku), Answers.given(location), Answers.given(units), expectedOn);
  }
}
