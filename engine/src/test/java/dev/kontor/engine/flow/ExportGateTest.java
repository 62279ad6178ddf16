package dev.kontor.engine.flow;

import static dev.kontor.engine.simulated.SimulatedOrders.PLACED;
import static dev.kontor.engine.simulated.SimulatedOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.config.ExportConditions;
import dev.kontor.engine.config.Route;
import dev.kontor.model.Order;
import dev.kontor.model.OrderState;
import dev.kontor.model.PaymentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** When an order may leave the shop. The order is paid by "invoice", channel "web", tag "b2b". */
final class ExportGateTest {

  private static final ExportGate.Verdict PASS = new ExportGate.Verdict.Pass();

  private record Row(String name, Order order, ExportConditions when, @Nullable String verdict) {}

  private static Order paid(PaymentState state, @Nullable String method, OrderState order) {
    Order o = order("10007", "a@example.com", "A1", order);
    return new Order(
        o.id(),
        o.number(),
        "web",
        o.language(),
        o.currency(),
        o.currencyFactor(),
        o.priceBasis(),
        o.state(),
        state,
        o.placedAt(),
        o.customer(),
        o.billTo(),
        o.shipTo(),
        o.lines(),
        o.total(),
        o.taxes(),
        o.deliveries(),
        o.payments(),
        o.refunds(),
        o.shippingMethod(),
        method,
        o.comment(),
        List.of("b2b"),
        o.extra());
  }

  private static final Order ORDER = paid(PaymentState.OPEN, "invoice", OrderState.OPEN);

  private static ExportConditions payments(Map<String, Set<PaymentState>> states) {
    return new ExportConditions(states, Route.ALL, Set.of(), Duration.ZERO, null, null);
  }

  private static ExportConditions channels(String... channels) {
    return route(new Route(Set.of(channels), Set.of(), Set.of(), Set.of()));
  }

  private static ExportConditions currency(String currency) {
    return route(new Route(Set.of(), Set.of(currency), Set.of(), Set.of()));
  }

  private static ExportConditions countries(Set<String> shipTo, Set<String> billTo) {
    return route(new Route(Set.of(), Set.of(), shipTo, billTo));
  }

  private static ExportConditions route(Route route) {
    return new ExportConditions(Map.of(), route, Set.of(), Duration.ZERO, null, null);
  }

  private static ExportConditions tags(String... tags) {
    return new ExportConditions(Map.of(), Route.ALL, Set.of(tags), Duration.ZERO, null, null);
  }

  private static ExportConditions since(@Nullable Instant from, @Nullable String number) {
    return new ExportConditions(Map.of(), Route.ALL, Set.of(), Duration.ZERO, from, number);
  }

  private static Stream<Row> rows() {
    Set<PaymentState> open = Set.of(PaymentState.OPEN);
    Set<PaymentState> paid = Set.of(PaymentState.PAID);
    return Stream.of(
        new Row("no conditions", ORDER, ExportConditions.ALWAYS, null),
        new Row(
            "cancelled",
            paid(PaymentState.PAID, null, OrderState.CANCELLED),
            ExportConditions.ALWAYS,
            "cancelled before transfer"),
        new Row("method allows open", ORDER, payments(Map.of("invoice", open, "*", paid)), null),
        new Row(
            "method needs paid", ORDER, payments(Map.of("invoice", paid, "*", open)), "invoice"),
        new Row("other methods need paid", ORDER, payments(Map.of("*", paid)), "needs [PAID]"),
        new Row("method is not named", ORDER, payments(Map.of("card", open)), "needs []"),
        new Row(
            "no method counts as other",
            paid(PaymentState.PAID, null, OrderState.OPEN),
            payments(Map.of("*", paid)),
            null),
        new Row("channel", ORDER, channels("web", "app"), null),
        new Row("other channel", ORDER, channels("app"), "web is not exported"),
        new Row("currency", ORDER, currency("EUR"), null),
        new Row("other currency", ORDER, currency("CHF"), "currency EUR is not exported"),
        new Row("country", ORDER, countries(Set.of("DE"), Set.of("DE", "AT")), null),
        new Row(
            "goods elsewhere", ORDER, countries(Set.of("AT"), Set.of()), "of delivery DE is not"),
        new Row(
            "invoice elsewhere", ORDER, countries(Set.of(), Set.of("AT")), "of the invoice DE is"),
        new Row("tag", ORDER, tags("b2b"), "carries tag b2b"),
        new Row("other tag", ORDER, tags("test"), null),
        new Row("since it was placed", ORDER, since(PLACED, null), null),
        new Row("before", ORDER, since(PLACED.plusMillis(1), null), "placed before"),
        new Row("numbers compare as numbers", ORDER, since(null, "9999"), null),
        new Row("first number", ORDER, since(null, "10007"), null),
        new Row("lower number", ORDER, since(null, "10008"), "placed before"));
  }

  @TestFactory
  Stream<DynamicTest> verdicts() {
    return rows().map(row -> DynamicTest.dynamicTest(row.name(), () -> check(row)));
  }

  private static void check(Row row) {
    ExportGate.Verdict verdict = ExportGate.judge(row.order(), row.when(), PLACED);
    if (row.verdict() == null) {
      assertThat(verdict).isEqualTo(PASS);
    } else {
      assertThat(verdict)
          .isInstanceOfSatisfying(
              ExportGate.Verdict.Stay.class,
              stay -> assertThat(stay.reason()).contains(row.verdict()));
    }
  }

  @TestFactory
  Stream<DynamicTest> holdTime() {
    ExportConditions hold =
        new ExportConditions(Map.of(), Route.ALL, Set.of(), Duration.ofMinutes(5), null, null);
    Map<Duration, ExportGate.Verdict> after =
        Map.of(
            Duration.ZERO,
            new ExportGate.Verdict.Hold(Duration.ofMinutes(5)),
            Duration.ofMinutes(4),
            new ExportGate.Verdict.Hold(Duration.ofMinutes(1)),
            Duration.ofMinutes(5),
            PASS,
            Duration.ofMinutes(6),
            PASS);
    return after.entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    "after " + e.getKey(),
                    () ->
                        assertThat(ExportGate.judge(ORDER, hold, PLACED.plus(e.getKey())))
                            .isEqualTo(e.getValue())));
  }
}
