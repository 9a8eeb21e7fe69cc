package dev.crossdock.api.v1.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.v1.exceptions.ExceptionView;
import dev.crossdock.inventory.backorders.Authorisation;
import dev.crossdock.orders.Order;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order with everything that belongs to it. Names and addresses are not part of it.
 *
 * @param version the number of events so far
 * @param priority who comes first when units are scarce: the higher, the sooner
 * @param note what the buyer wrote; absent when that was nothing
 * @param personalData which personal data is kept for this order, and until when
 * @param pickupAt the channel's name for the place the buyer collects at; absent where there is none or it tells none
 * @param decision the newest routing decision; absent before there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderView(
    UUID id,
    String number,
    Channel channel,
    boolean test,
    String lifecycle,
    int priority,
    String payment,
    String delivery,
    HeadlineView headline,
    Instant placedAt,
    Instant receivedAt,
    @Nullable Instant shipBy,
    @Nullable Instant deliverBy,
    @Nullable String pickupAt,
    List<String> tags,
    @Nullable Destination shipTo,
    @Nullable NoteView note,
    List<PersonalDataView> personalData,
    MoneyView money,
    List<LineView> lines,
    List<PlacementView> placements,
    List<HoldView> holds,
    List<FulfilmentOrderView> fulfilmentOrders,
    @Nullable DecisionView decision,
    List<ExceptionView> exceptions,
    int version) {

  /** Where it came from and how it is called there; {@code changedAt} is the version of the channel's that we hold. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Channel(
      String channel,
      String account,
      String externalId,
      String externalNumber,
      @Nullable String groupId,
      Instant changedAt) {}

  /** The little of the destination that is no personal data. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Destination(String country, @Nullable String region) {}

  /** Units of a line promised at a location. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PlacementView(int line, String location, @Nullable UUID fulfilmentOrder, int units, boolean shipped) {}

  /** What stands beside the order itself. */
  record Beside(
      List<FulfilmentOrderView> fulfilmentOrders,
      @Nullable DecisionView decision,
      List<ExceptionView> exceptions,
      @Nullable NoteView note,
      List<PersonalDataView> personalData,
      Map<UUID, Authorisation> authorisations) {}

  static OrderView of(Order order, Beside beside) {
    String country = order.parties().shipCountry();
    return new OrderView(
        order.id().value(),
        order.number(),
        channel(order),
        order.identity().test(),
        order.lifecycle().name(),
        order.priority(),
        order.terms().payment().name(),
        order.terms().delivery().name(),
        HeadlineView.of(order.headline()),
        order.identity().placedAt(),
        order.receivedAt(),
        order.terms().shipBy(),
        order.terms().deliverBy(),
        order.terms().pickupAt(),
        order.terms().tags(),
        country == null ? null : new Destination(country, order.parties().shipRegion()),
        beside.note(),
        beside.personalData(),
        MoneyView.of(order),
        order.lines().stream()
            .map(line -> LineView.of(line, order.identity().currency(), beside.authorisations()))
            .toList(),
        order.placements().stream()
            .map(p -> new PlacementView(p.line(), p.location(), p.fulfilmentOrder(), p.units(), p.shipped()))
            .toList(),
        order.holds().stream().map(HoldView::of).toList(),
        beside.fulfilmentOrders(),
        beside.decision(),
        beside.exceptions(),
        order.version());
  }

  private static Channel channel(Order order) {
    return new Channel(
        order.channel().channel(),
        order.channel().account(),
        order.channel().externalId(),
        order.identity().externalNumber(),
        order.identity().groupId(),
        order.source().version());
  }
}
