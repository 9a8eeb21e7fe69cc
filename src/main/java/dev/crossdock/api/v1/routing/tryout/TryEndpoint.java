package dev.crossdock.api.v1.routing.tryout;

import dev.crossdock.api.v1.routing.trials.Reading;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.trials.CaseReader;
import dev.crossdock.routing.trials.Parsed;
import dev.crossdock.routing.tryout.Tryout;
import dev.crossdock.routing.tryout.Tryouts;
import dev.crossdock.routing.tryout.Tryouts.By;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tries a policy on one order, with stock, capacity, rates and steering as they are now. */
@RestController
class TryEndpoint {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int NUMBER_MAX = 100;

  private final Commands commands;
  private final Tryouts tryouts;
  private final NativeOrders messages;
  private final OrderSearch orders;

  TryEndpoint(Commands commands, Tryouts tryouts, NativeOrders messages, OrderSearch orders) {
    this.commands = commands;
    this.tryouts = tryouts;
    this.messages = messages;
    this.orders = orders;
  }

  /** Which units of a stored order are planned. */
  enum Units {
    /** What routing may decide on now. */
    OPEN,
    /** All that has not left, as if no hold were open and no location had anything of it. */
    ALL
  }

  /**
   * An order and a policy. One of {@code order}, {@code pasted} and {@code message} must be given; without a policy,
   * those in force decide.
   *
   * @param order id or number of a stored order
   * @param pasted an order as {@code POST /api/v1/routing/plan} takes it
   * @param message an order in its channel's own words
   * @param units which units of a stored order; {@code OPEN} while there are any, when it is absent
   * @param policy as a file has it
   */
  record TryBody(
      @Nullable String order,
      @Nullable Map<String, Object> pasted,
      @Nullable MessageBody message,
      @Nullable Units units,
      @Nullable Map<String, Object> policy,
      @Nullable Integer policyVersion) {

    By by() {
      return new By(policy == null ? null : JSON.valueToTree(policy), policyVersion);
    }
  }

  /** A message as a channel would send it. */
  record MessageBody(
      @Nullable String channel, @Nullable String account, @Nullable String topic, @Nullable String body) {}

  /** Decides by the code that decides on live orders; nothing is written. */
  @PostMapping("/api/v1/routing/try")
  @RequiresScope(Scope.ORDERS_READ)
  TryoutView attempt(ApiCall call, @RequestBody TryBody body) {
    if (Stream.of(body.order(), body.pasted(), body.message()).filter(Objects::nonNull).count() != 1) {
      throw invalid("/order", "Give one of order, pasted and message.");
    }
    if (body.policy() != null && body.policyVersion() != null) {
      throw invalid("/policyVersion", "It must not stand beside a policy.");
    }
    return commands.read(call, tx -> TryoutView.of(Reading.orRefuse(tried(tx, body))));
  }

  private Parsed<Tryout> tried(Tx tx, TryBody body) {
    if (body.order() != null) {
      Boolean whole = body.units() == null ? null : (Boolean) (body.units() == Units.ALL);
      return find(tx, body.order())
          .flatMap(id -> tryouts.stored(tx, id, body.by(), whole))
          .orElseThrow(() -> Refusal.notFound("There is no such order."));
    }
    if (body.message() != null) {
      return tryouts.pasted(tx, messages.read(tx, body.message()), body.by());
    }
    return tryouts.pasted(
        tx, Reading.orRefuse(CaseReader.order(JSON.valueToTree(body.pasted()), "/pasted", tx.now())), body.by());
  }

  private Optional<OrderId> find(Tx tx, String word) {
    if (word.isBlank() || word.length() > NUMBER_MAX || word.indexOf('\0') >= 0) {
      throw invalid("/order", "The id of an order, or its number.");
    }
    try {
      return Optional.of(new OrderId(UUID.fromString(word)));
    } catch (IllegalArgumentException e) {
      return orders.byNumber(tx, word);
    }
  }

  static RuntimeException invalid(String pointer, String sentence) {
    return Refusal.invalid(List.of(new FieldError(pointer, "invalid", sentence)));
  }
}
