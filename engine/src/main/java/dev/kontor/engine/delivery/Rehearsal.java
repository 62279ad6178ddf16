package dev.kontor.engine.delivery;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.Finish;
import dev.kontor.engine.ledger.Message;
import dev.kontor.engine.ledger.MessageState;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.Plain;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Write;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a flow in a dry run would write: it is kept for people, and the message waits until the flow
 * writes in earnest.
 */
public final class Rehearsal implements Round.Together<Rehearsal.Rehearsed> {

  /**
   * What would be written for a message.
   *
   * @param person match key of the person the content tells about, null if none
   */
  record Rehearsed(
      Message message, FlowLine line, Write write, byte[] content, @Nullable String person) {}

  /** Should a start that ends the dry run be missed. */
  private static final Duration AGAIN = Duration.ofHours(12);

  private final Payloads payloads;
  private final RehearsalStore store = new RehearsalStore();

  public Rehearsal(Payloads payloads) {
    this.payloads = payloads;
  }

  /** One round per effect. */
  List<Round> rounds(FlowLine line, List<Effect> effects, EffectPlanner planner) {
    List<Round> rounds = new ArrayList<>();
    for (Effect effect : effects) {
      Round round = effect.claimed().round();
      keep(line, round, effect.event(), effect.write(), effect.person(), effect.notes());
      planner.rehearsed(line, round, effect);
      rounds.add(round);
    }
    return rounds;
  }

  /**
   * Ends a round with what it would have written.
   *
   * @param person match key of the person the content tells about, null if none
   * @param notes what was decided on the way, for people
   */
  public Round keep(
      FlowLine line,
      Round round,
      Message message,
      Write write,
      @Nullable String person,
      List<String> notes) {
    String reason = inWords(line, message, write, notes) + "; dry run";
    round.finish(new Finish(message, waits(line, reason), "Rehearsed", reason, line.mappings()));
    byte[] content = ModelJson.mapper().writeValueAsBytes(write.content());
    return round.together(this, new Rehearsed(message, line, write, content, person));
  }

  /** The state of a message that goes on once its flow is a dry run no longer. */
  static MessageState waits(FlowLine line, String reason) {
    return new MessageState.Waiting(
        reason, MessageState.Waiting.DRY_RUN, WakeKeys.rehearsal(line.name()), AGAIN);
  }

  /** What would be written, and what was decided on the way. */
  static String inWords(FlowLine line, Message message, Write write, List<String> notes) {
    List<String> words = new ArrayList<>();
    words.add("would");
    words.add(
        switch (write.action()) {
          case CREATE -> "create";
          case UPDATE -> "change";
          case DELETE -> "delete";
        });
    words.add(line.config().to().entity().key());
    String name = name(message, write);
    if (!name.isEmpty()) {
      words.add(name);
    }
    words.add("in " + line.to().name());
    List<String> parts = new ArrayList<>();
    parts.add(String.join(" ", words));
    parts.addAll(notes);
    return String.join("; ", parts);
  }

  /** By which people know the document. */
  private static String name(Message message, Write write) {
    if (!write.reference().isEmpty()) {
      return write.reference();
    }
    return Objects.requireNonNullElse(
        message.number(), Objects.requireNonNullElse(write.targetId(), ""));
  }

  /** Of those messages the ones that were rehearsed at some time. */
  Set<Long> of(Connection connection, List<Long> messages) throws SQLException {
    return store.found(connection, messages).keySet();
  }

  /** What would be written just as before keeps its row. */
  @Override
  public void store(Connection connection, List<Rehearsed> rehearsed) throws SQLException {
    List<Long> messages = rehearsed.stream().map(r -> r.message().id()).toList();
    Map<Long, byte[]> before = store.found(connection, messages);
    List<Plain> contents = new ArrayList<>();
    List<RehearsalStore.Row> rows = new ArrayList<>();
    for (Rehearsed one : rehearsed) {
      byte[] hash = payloads.fingerprint("rehearsal", one.content());
      if (!Arrays.equals(hash, before.get(one.message().id()))) {
        contents.add(new Plain(PayloadClass.EFFECT, one.person(), one.content()));
        rows.add(row(one, hash));
      }
    }
    if (!rows.isEmpty()) {
      store.keep(connection, rows, payloads.putAll(connection, contents));
    }
  }

  private static RehearsalStore.Row row(Rehearsed one, byte[] hash) {
    return new RehearsalStore.Row(
        one.message().id(), one.write().action().name(), hash, one.line().mappings());
  }
}
