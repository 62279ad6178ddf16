package dev.kontor.proof.recorded;

import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.proof.merchant.RunningHub;
import java.time.Duration;
import java.util.List;

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
