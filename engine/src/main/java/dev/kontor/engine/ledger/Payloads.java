package dev.kontor.engine.ledger;

import dev.kontor.engine.config.RetentionRule;
import dev.kontor.engine.vault.KeyGone;
import dev.kontor.engine.vault.PayloadClass;
import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Plain;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.SearchTermStore;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.ModelJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Documents of the ledger, sealed at rest; and the keyed names under which personal keys are kept.
 */
public final class Payloads {

  private static final HexFormat HEX = HexFormat.of();

  private final Vault vault;
  private final RetentionRule retention;

  public Payloads(Vault vault, RetentionRule retention) {
    this.vault = vault;
    this.retention = retention;
  }

  /**
   * @param person match key of the person the document tells about, null if none
   * @return the payload's id
   */
  public long put(
      Connection connection, PayloadClass kind, @Nullable String person, JsonNode document)
      throws SQLException {
    byte[] bytes = ModelJson.mapper().writeValueAsBytes(document);
    return putAll(connection, List.of(new Plain(kind, person, bytes))).getFirst();
  }

  /** Ids in the order of the documents. */
  public List<Long> putAll(Connection connection, List<Plain> documents) throws SQLException {
    return storeAll(connection, vault.sealAll(documents));
  }

  /** Seals ahead of the transaction that will {@link #storeAll} it. */
  public Sealed seal(Plain document) {
    return vault.sealAll(List.of(document)).getFirst();
  }

  /**
   * As {@link #putAll} for what is sealed by now.
   *
   * @throws KeyGone if somebody erased a person meanwhile; sealed anew it can be stored
   */
  public List<Long> storeAll(Connection connection, List<Sealed> documents) throws SQLException {
    try {
      return PayloadStore.insertAll(connection, documents, this::kept);
    } catch (KeyGone erased) {
      vault.forgetCachedKeys();
      throw erased;
    }
  }

  private @Nullable Duration kept(PayloadClass kind) {
    return switch (kind) {
      case DOOR -> retention.door();
      case DOCUMENT, EFFECT, ANSWER -> retention.documents();
      case SETTING -> null; // until a person takes it away
    };
  }

  /** Parsed documents by id; those deleted by rule or erased are left out. */
  public Map<Long, JsonNode> get(Connection connection, Collection<Long> ids) throws SQLException {
    List<PayloadStore.Stored> stored = PayloadStore.read(connection, ids);
    List<Sealed> sealed = stored.stream().map(PayloadStore.Stored::sealed).toList();
    List<Optional<byte[]>> opened = vault.openAll(sealed);
    Map<Long, JsonNode> documents = new HashMap<>();
    for (int i = 0; i < stored.size(); i++) {
      long id = stored.get(i).id();
      opened.get(i).ifPresent(bytes -> documents.put(id, ModelJson.parse(bytes)));
    }
    return documents;
  }

  /** A name that stands for a personal value in keys and columns and tells nothing about it. */
  public String blind(String kind, String value) {
    return HEX.formatHex(vault.blindIndex().of(kind, value), 0, 16);
  }

  /**
   * By what a document may be found for as long as the person is not erased.
   *
   * @param person match key of the person it tells about
   * @param subject what is found
   */
  public record Findable(String person, String value, String subject) {}

  /**
   * Makes documents findable; persons that are new cost one transaction together.
   *
   * @param kind what the values are, such as {@code email}
   */
  public void makeFindable(Connection connection, String kind, List<Findable> documents)
      throws SQLException {
    Map<String, Long> keys =
        vault.personKeyIds(
            documents.stream().map(Findable::person).collect(Collectors.toUnmodifiableSet()));
    SearchTermStore.add(
        connection,
        documents.stream()
            .map(
                d ->
                    new SearchTermStore.Term(
                        Objects.requireNonNull(keys.get(d.person())),
                        vault.blindIndex().of(kind, d.value()),
                        d.subject()))
            .toList());
  }

  /** What was made findable by that value, the newest names first. */
  public List<String> found(Connection connection, String kind, String value, int most)
      throws SQLException {
    return SearchTermStore.find(connection, vault.blindIndex().of(kind, value), most);
  }

  /** A document as it is kept, or why it cannot be read any more. */
  public Kept look(Connection connection, long id) throws SQLException {
    Optional<Sealed> sealed = PayloadStore.read(connection, id);
    if (sealed.isEmpty()) {
      return new Kept.Deleted();
    }
    return vault
        .openAll(List.of(sealed.get()))
        .getFirst()
        .<Kept>map(Kept.Whole::new)
        .orElseGet(Kept.Erased::new);
  }

  /** What is left of a document. */
  public sealed interface Kept {
    /** All of it, byte for byte. */
    record Whole(byte[] bytes) implements Kept {}

    /** Nothing: it was kept as long as the rule says. */
    record Deleted() implements Kept {}

    /** Bytes that nobody can read: their key was destroyed. */
    record Erased() implements Kept {}
  }

  /** Recognises equal content without keeping it. */
  public byte[] fingerprint(String purpose, byte[] content) {
    return vault.keyedHash(purpose, content);
  }
}
