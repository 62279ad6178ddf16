package dev.kontor.proof.recorded;

import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.proof.merchant.RunningHub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The recorded orders of a Magento shop on their way through a hub. */
record Carriage(RecordedMagento shop, RunningHub hub) {

  /** Waits until every order is in the ERP or was decided against. */
  void carryAll(Duration most) {
    hub.await(
        most,
        "every order decided",
        () -> shop.truth().keySet().stream().allMatch(this::isDecided));
  }

  private boolean isDecided(String number) {
    List<DeskStore.Entry> messages = hub.messages(number);
    return !messages.isEmpty()
        && messages.stream()
            .allMatch(m -> m.finished() != null || m.state().equals("dead") || isEarly(m));
  }

  /** Money of an order that is not invoiced yet. */
  private static boolean isEarly(DeskStore.Entry message) {
    return message.state().equals("waiting")
        && (message.event().startsWith("refunded:") || message.event().startsWith("paid:"));
  }

  /** Waits until the money of every order is entered or somebody must decide. */
  void settle(Duration most) {
    hub.await(
        most, "all money decided", () -> shop.truth().keySet().stream().allMatch(this::isSettled));
  }

  private boolean isSettled(String number) {
    return hub.messages(number).stream()
        .allMatch(m -> m.finished() != null || m.state().equals("dead"));
  }

  /** Why people must decide, by the shop's number. */
  Map<String, String> held() {
    Map<String, String> held = new TreeMap<>();
    for (String number : shop.truth().keySet()) {
      hub.messages(number).stream()
          .filter(message -> message.state().equals("dead"))
          .forEach(message -> held.put(number, message.event() + " " + message.reason()));
    }
    return held;
  }

  /** Why an order is not in the ERP, empty if it is. */
  String reason(String number) {
    return hub.messages(number).stream()
        .filter(m -> m.reason() != null && !m.state().equals("done"))
        .map(m -> m.state() + ": " + m.reason())
        .findFirst()
        .orElse("");
  }

  /** What the ledger says about the successful write of the order. */
  String detail(String number) {
    return hub.messages(number).stream()
        .filter(m -> m.event().equals("created"))
        .flatMap(m -> hub.hub().desk().attempts(m.id()).stream())
        .filter(attempt -> attempt.outcome().equals("Written"))
        .map(attempt -> String.valueOf(attempt.detail()))
        .findFirst()
        .orElse("");
  }
}
