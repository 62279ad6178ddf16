package dev.kontor.engine.desk;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.OrderDecision;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.model.ProgressEvent;
import dev.kontor.model.Shipment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that was read about one document.
 *
 * @param placed by the source's clock, null if unknown
 * @param messages oldest first, those of what its target tells of it among them
 * @param told what the target told, by message
 * @param lines the flows there are, by name
 */
record Story(
    DocumentName document,
    Instant now,
    @Nullable Instant placed,
    List<DeskStore.Entry> messages,
    List<DocumentPage.Known> known,
    List<DocumentStore.Tried> tries,
    List<DocumentStore.Decided> decisions,
    Map<Long, ProgressEvent> told,
    Map<String, FlowLine> lines) {

  private static final List<String> FINISHED = List.of("done", "skipped", "discarded");

  /** Whether a message still stands in its lane. */
  static boolean isOpen(DeskStore.Entry message) {
    return !FINISHED.contains(message.state());
  }

  static boolean isEvent(DeskStore.Entry message) {
    return message.kind().equals("event");
  }

  /** Whether the message came from the document's own source. */
  boolean isOwn(DeskStore.Entry message) {
    return message.source().equals(document.source())
        && message.sourceId().equals(document.sourceId());
  }

  List<DeskStore.Entry> open() {
    return messages.stream().filter(Story::isOpen).toList();
  }

  Optional<String> number() {
    return messages.stream()
        .filter(m -> isOwn(m) && m.number() != null)
        .map(m -> String.valueOf(m.number()))
        .reduce((a, b) -> b);
  }

  /** The event that brought it into its target, the newest if there were several. */
  Optional<DeskStore.Entry> created() {
    return messages.stream()
        .filter(m -> isOwn(m) && isEvent(m) && m.event().equals(OrderDecision.CREATED))
        .reduce((a, b) -> b);
  }

  /** Where a flow carries to; the flow's name if there is no such flow any more. */
  String target(String flow) {
    FlowLine line = lines.get(flow);
    return line == null ? flow : line.to().name();
  }

  /** What a flow carries. */
  String entity(String flow) {
    FlowLine line = lines.get(flow);
    return line == null ? flow : line.config().from().entity().key();
  }

  boolean isOrder() {
    return created().isPresent()
        || messages.stream().anyMatch(m -> isOwn(m) && entity(m.flow()).equals("order"));
  }

  boolean has(String event) {
    return messages.stream()
        .anyMatch(m -> m.event().equals(event) && m.state().equals("done") && isEvent(m));
  }

  /** Whether its target has it as cancelled, not as opened again since. */
  boolean isCancelled() {
    return messages.stream()
        .filter(m -> isEvent(m) && m.state().equals("done"))
        .map(DeskStore.Entry::event)
        .filter(e -> e.equals(OrderDecision.CANCELLED) || e.equals(OrderDecision.REOPENED))
        .reduce((a, b) -> b)
        .filter(OrderDecision.CANCELLED::equals)
        .isPresent();
  }

  /** The shipments its target told of, in order. */
  List<Shipment> shipments() {
    return told.values().stream()
        .flatMap(event -> Optional.ofNullable(event.shipment()).stream())
        .toList();
  }

  DocumentPage.State state() {
    if (messages.stream().anyMatch(m -> m.state().equals("dead"))) {
      return DocumentPage.State.DEAD;
    }
    if (!open().isEmpty()) {
      return DocumentPage.State.WAITING;
    }
    List<DeskStore.Entry> events = messages.stream().filter(Story::isEvent).toList();
    return (events.isEmpty() ? messages : events).stream().anyMatch(m -> m.state().equals("done"))
        ? DocumentPage.State.DONE
        : DocumentPage.State.SKIPPED;
  }
}
