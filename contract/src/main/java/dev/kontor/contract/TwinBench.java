package dev.kontor.contract;

import dev.kontor.model.EntityType;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A running twin as the contract sees it; the connector's test implements it. Every document placed
 * is new, so chapters do not disturb each other. What only chapters of abilities need that the
 * connector does not claim is left out.
 */
public interface TwinBench extends AutoCloseable {

  /** A document in the twin. */
  record Placed(String id, String number) {}

  /**
   * A write of a new effect.
   *
   * @param field the field the target must blame; empty if the write is right
   */
  record Sample(Write write, String field) {}

  /**
   * A document whose content carries a given text and amounts that binary numbers cannot hold.
   *
   * @param amounts as the twin itself knows them
   */
  record Awkward(Placed placed, List<BigDecimal> amounts) {}

  /** What the next calls to the twin meet. */
  enum Trouble {
    NONE,
    /** Closed unanswered, nothing applied. */
    RESET,
    /** Writes are applied, their answers are lost; reads and sign-in work. */
    LOST_ANSWER,
    /** Too many requests. */
    THROTTLED,
    /** An error of the server on everything but sign-in. */
    SERVER_ERROR,
    /** Nobody listens. */
    DOWN
  }

  /** With credentials that work. */
  Settings settings();

  /** The same with a wrong secret. */
  Settings wrongSecret();

  /** The same with an address nobody answers at. */
  Settings wrongAddress();

  /** Texts that must appear in no message: secrets and tokens. */
  List<String> secrets();

  Toolbox toolbox();

  /** Further from the one before than a poll reads back, by the twin's clock. */
  default Placed place(EntityType type) {
    throw unclaimed();
  }

  /** An id that never was; a bench says one where the reverse of an id could be another's. */
  default String unknown(EntityType type, Placed placed) {
    return new StringBuilder(placed.id()).reverse().toString();
  }

  /** So many documents with the very same time of change. */
  default List<Placed> placeTogether(EntityType type, int count) {
    throw unclaimed();
  }

  /** Every way one document can change, its children included, by name. */
  default Map<String, Runnable> changes(EntityType type, Placed placed) {
    throw unclaimed();
  }

  /** Changes all of them at the very same time. */
  default void changeTogether(EntityType type, List<Placed> placed) {
    placed.forEach(one -> changes(type, one).values().iterator().next().run());
  }

  /** A document with that text somewhere in it; empty if the type has neither text nor amounts. */
  default Optional<Awkward> awkward(EntityType type, String text) {
    return Optional.empty();
  }

  /** A right write with that text in it; empty if the type takes no text. */
  default Optional<Sample> awkwardWrite(EntityType type, Write.Action action, String text) {
    return Optional.empty();
  }

  /**
   * Lets somebody else change the sample's document once, while it is being written.
   *
   * @return false if the system does not show that, because the last writer wins
   */
  default boolean interfere(EntityType type, Sample sample) {
    return false;
  }

  default void delete(EntityType type, Placed placed) {
    throw unclaimed();
  }

  /** Right writes, so many as asked, each with an effect of its own. */
  default List<Sample> right(EntityType type, Write.Action action, int count) {
    throw unclaimed();
  }

  /** A model document that the sample's content might have been mapped from. */
  default JsonNode model(EntityType type, Sample sample) {
    return sample.write().content();
  }

  /** A write the target refuses for one field. */
  default Sample wrong(EntityType type, Write.Action action) {
    throw unclaimed();
  }

  /** How often that write's effect is in the twin. */
  default int effects(EntityType type, Sample sample) {
    throw unclaimed();
  }

  /** What calls about that entity type meet from now on. */
  default void trouble(Trouble trouble, EntityType type) {
    throw unclaimed();
  }

  /** Access tokens given so far are worth nothing from now on. */
  default void expireTokens() {
    throw unclaimed();
  }

  /** A genuine notice about a document. */
  default RawRequest notice(EntityType type, Placed placed) {
    throw unclaimed();
  }

  /** The same request as a forger without the secret would send it. */
  default RawRequest forged(RawRequest genuine) {
    throw unclaimed();
  }

  @Override
  void close();

  private static UnsupportedOperationException unclaimed() {
    return new UnsupportedOperationException("a chapter that is claimed needs this of the bench");
  }
}
