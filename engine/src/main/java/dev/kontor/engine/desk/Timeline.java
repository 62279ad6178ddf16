package dev.kontor.engine.desk;

import dev.kontor.engine.desk.DocumentPage.Happened;
import dev.kontor.engine.desk.DocumentPage.Text;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.model.ProgressEvent;
import dev.kontor.model.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells in words of the business what became of a document; pure. */
final class Timeline {

  private final Story story;
  private final List<Happened> happened = new ArrayList<>();

  private Timeline(Story story) {
    this.story = story;
  }

  /** Oldest first. */
  static List<Happened> of(Story story) {
    Timeline timeline = new Timeline(story);
    timeline.begin();
    story.messages().forEach(timeline::message);
    Tries.of(story.tries(), story.messages()).forEach(timeline.happened::add);
    story.decisions().forEach(timeline::decision);
    timeline.happened.sort(Comparator.comparing(Happened::at));
    return List.copyOf(timeline.happened);
  }

  private void begin() {
    Instant placed = story.placed();
    if (placed != null) {
      add(placed, Words.PLACED.of(story.document().source()), "placed", null);
    }
    story.messages().stream()
        .filter(story::isOwn)
        .findFirst()
        .ifPresent(
            first ->
                add(first.created(), Words.RECEIVED.of(first.source()), "received", first.id()));
  }

  private void add(Instant at, Text text, String kind, @Nullable Long message) {
    happened.add(new Happened(at, text, kind, message, null));
  }

  private void message(DeskStore.Entry message) {
    switch (message.state()) {
      case "done" -> done(message);
      case "skipped" -> skipped(message);
      case "discarded" -> discarded(message);
      case "dead" -> open(message, Words.HELD.of(reason(message)), "held");
      case "waiting" -> open(message, waits(message), waitingKind(message));
      case "retrying" -> open(message, retried(message), "tried");
      default -> {}
    }
  }

  private static String waitingKind(DeskStore.Entry message) {
    return "DryRun".equals(message.fault()) ? "rehearsed" : "waits";
  }

  private Text retried(DeskStore.Entry message) {
    Text what = Words.entity(story.entity(message.flow()));
    return Words.RETRIED.about(what, reason(message));
  }

  private static Text waits(DeskStore.Entry message) {
    String reason = reason(message);
    if ("DryRun".equals(message.fault())) {
      return Words.REHEARSED.of(reason);
    }
    if (!"Missing".equals(message.fault())) {
      return Words.WAITS.of(reason);
    }
    return reason.contains("customer") || reason.contains("debtor")
        ? Words.WAITS_FOR_CUSTOMER.of(reason)
        : Words.WAITS_FOR_MISSING.of(reason);
  }

  private static String reason(DeskStore.Entry message) {
    return Objects.requireNonNullElse(message.reason(), "");
  }

  private void open(DeskStore.Entry message, Text text, String kind) {
    Instant at =
        story.tries().stream()
            .filter(t -> t.message() == message.id())
            .map(DocumentStore.Tried::at)
            .reduce((a, b) -> b)
            .orElse(message.created());
    add(at, text, kind, message.id());
  }

  private void skipped(DeskStore.Entry message) {
    if (Story.isEvent(message) && !isTold(message, "desk.skip")) {
      add(end(message), Words.SKIPPED.of(reason(message)), "skipped", message.id());
    }
  }

  /** The decision itself tells of it, unless it is kept no longer. */
  private boolean isTold(DeskStore.Entry message, String decision) {
    return story.decisions().stream()
        .anyMatch(d -> d.message() == message.id() && d.kind().equals(decision));
  }

  private void discarded(DeskStore.Entry message) {
    if (!isTold(message, "desk.discard")) {
      Signed signed = Signed.of(reason(message));
      happened.add(
          new Happened(
              end(message),
              Words.GIVEN_UP.of(signed.by(), signed.text()),
              "decided",
              message.id(),
              signed.by()));
    }
  }

  private static Instant end(DeskStore.Entry message) {
    return Objects.requireNonNullElse(message.finished(), message.created());
  }

  private void done(DeskStore.Entry message) {
    if (!story.isOwn(message)) {
      told(message);
    } else if (Story.isEvent(message)) {
      add(end(message), carriedOut(message), kind(message), message.id());
    } else if (!story.isOrder()) {
      Text what = Words.entity(story.entity(message.flow()));
      add(
          end(message),
          Words.WRITTEN.about(what, story.target(message.flow())),
          "done",
          message.id());
    }
  }

  private static String kind(DeskStore.Entry message) {
    return message.event().equals("accepted") ? "told" : "done";
  }

  private Text carriedOut(DeskStore.Entry message) {
    String there = story.target(message.flow());
    String number = Objects.requireNonNullElse(message.targetNumber(), "?");
    return switch (message.event().split(":", 2)[0]) {
      case "created" -> Words.ENTERED.of(there, number);
      case "edited" -> Words.CHANGED.of(there);
      case "cancelled" -> Words.CANCELLED.of(there);
      case "reopened" -> Words.REOPENED.of(there);
      case "completed" -> Words.COMPLETED.of(there);
      case "accepted" -> Words.ACCEPTED.of(there);
      case "paid" -> Words.PAID.of(there, number);
      case "unpaid" -> Words.UNPAID.of(there);
      case "refunded" -> Words.REFUNDED.of(there, number);
      case "dispatched" -> Words.DISPATCHED.of(there, number);
      case "billable" -> Words.BILLED.of(there, number);
      default -> Words.WRITTEN.about(Words.entity(story.entity(message.flow())), there);
    };
  }

  /** What the target told of it; nothing of mere readings. */
  private void told(DeskStore.Entry message) {
    String[] event = message.event().split(":", 2);
    String number = event.length > 1 ? event[1] : "";
    Text text =
        switch (event[0]) {
          case "released" -> Words.RELEASED.of(message.source());
          case "shipped" -> shipped(message, number);
          case "invoiced" -> Words.INVOICED.of(number);
          case "credited" -> Words.CREDITED.of(number);
          case "cancelled" -> Words.CALLED_OFF.of(message.source());
          default -> null;
        };
    if (text != null && Story.isEvent(message)) {
      add(message.created(), text, "told", message.id());
    }
  }

  private Text shipped(DeskStore.Entry message, String number) {
    ProgressEvent event = story.told().get(message.id());
    Shipment shipment = event == null ? null : event.shipment();
    return shipment == null || shipment.trackingCodes().isEmpty()
        ? Words.SHIPPED.of(number)
        : Words.SHIPPED_TRACKED.of(number, String.join(", ", shipment.trackingCodes()));
  }

  private void decision(DocumentStore.Decided decision) {
    Signed signed = Signed.of(decision.details());
    Words words =
        switch (decision.kind()) {
          case "desk.resubmit" -> Words.TRIED_AGAIN;
          case "desk.discard" -> Words.GIVEN_UP;
          case "desk.skip" -> Words.LEFT_OUT;
          case "desk.entered" -> Words.ENTERED_BY_HAND;
          default -> Words.DECIDED;
        };
    happened.add(
        new Happened(
            decision.at(),
            words.of(signed.by(), signed.text()),
            "decided",
            decision.message(),
            signed.by()));
  }
}
