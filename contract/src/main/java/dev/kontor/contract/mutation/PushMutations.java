package dev.kontor.contract.mutation;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Notice;
import dev.kontor.spi.Received;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** What could be made wrong of what a system pushes. */
final class PushMutations {

  private PushMutations() {}

  private static Tampering received(UnaryOperator<Received> change) {
    return Tampering.ofInbox(inbox -> request -> change.apply(inbox.receive(request)));
  }

  private static Tampering notices(UnaryOperator<Notice> change) {
    return received(
        got ->
            new Received(
                got.reply(),
                got.notices().stream().map(change).toList(),
                got.hints(),
                got.rejection()));
  }

  /** Whoever sends it, it is taken for a notice of an order. */
  static Tampering forgeryBelieved() {
    Notice notice = new Notice(EntityType.ORDER, "1", "pushed", "1");
    return received(
        got ->
            got.rejection() == null
                ? got
                : new Received(
                    Received.Reply.of(200), List.of(notice), Set.of(EntityType.ORDER), null));
  }

  static Tampering forgeryUnrecorded() {
    return received(
        got -> new Received(got.reply(), got.notices(), got.hints(), /* rejection= */ null));
  }

  static Tampering nonsenseThrows() {
    return Tampering.ofInbox(
        inbox ->
            request -> {
              Received got = inbox.receive(request);
              if (got.rejection() != null) {
                throw new IllegalStateException("no notice");
              }
              return got;
            });
  }

  static Tampering replayUnrecognised() {
    AtomicInteger count = new AtomicInteger();
    return notices(
        n ->
            new Notice(n.type(), n.id(), n.event(), n.dedupeKey() + count.incrementAndGet(), null));
  }

  static Tampering anotherNamed() {
    return notices(n -> new Notice(n.type(), n.id() + "0", n.event(), n.dedupeKey(), null));
  }

  /** Notices and hints of a genuine request are dropped. */
  static Tampering pushUnheard() {
    return Tampering.ofInbox(PushMutations::deaf);
  }

  private static Inbox deaf(Inbox inbox) {
    return request -> {
      Received got = inbox.receive(request);
      return new Received(got.reply(), List.of(), got.rejection());
    };
  }
}
