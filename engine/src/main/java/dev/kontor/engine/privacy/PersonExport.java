package dev.kontor.engine.privacy;

import dev.kontor.engine.audit.AuditRow;
import dev.kontor.engine.audit.AuditStore;
import dev.kontor.engine.db.PrivateFiles;
import dev.kontor.engine.db.TimeStore;
import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.privacy.PersonStore.Trace;
import dev.kontor.engine.vault.PayloadStore;
import dev.kontor.engine.vault.Sealed;
import dev.kontor.engine.vault.Vault;
import dev.kontor.model.ModelJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Tells a person all that is kept about the person, as it was read and written. */
public final class PersonExport {

  /**
   * One document.
   *
   * @param document what it is about, as its source calls it
   * @param number by which people know it
   * @param event what happened to it
   * @param writtenTo where it was written, null of what was read
   * @param content null if it is kept no longer
   */
  record Told(
      long message,
      Instant at,
      String flow,
      String readFrom,
      String document,
      @Nullable String number,
      String event,
      @Nullable String action,
      @Nullable String writtenTo,
      String state,
      @Nullable JsonNode content) {}

  /** The whole answer. */
  record Answer(String email, Instant exported, List<Told> documents) {}

  private final DataSource source;
  private final Vault vault;

  public PersonExport(DataSource source, Vault vault) {
    this.source = source;
    this.vault = vault;
  }

  /**
   * Writes JSON that only this user may read.
   *
   * @param by who exports, for the audit
   * @return number of documents
   */
  public int write(String email, Path file, String by) {
    return Transactions.run(
        source,
        connection -> {
          Answer answer = answer(connection, email);
          write(file, answer);
          String details = answer.documents().size() + " documents (" + by + ")";
          new AuditStore(vault)
              .append(
                  connection,
                  List.of(AuditRow.of("person.exported", PersonName.of(vault, email), details)));
          return answer.documents().size();
        });
  }

  private Answer answer(Connection connection, String email) throws SQLException {
    Person person = new Persons(vault).find(connection, email);
    Map<Long, JsonNode> contents = contents(PersonStore.under(connection, person.keys()));
    return new Answer(
        email,
        TimeStore.now(connection),
        person.traces().stream().map(trace -> told(trace, contents)).toList());
  }

  private Map<Long, JsonNode> contents(List<PayloadStore.Stored> stored) {
    List<Sealed> sealed = stored.stream().map(PayloadStore.Stored::sealed).toList();
    List<Optional<byte[]>> opened = vault.openAll(sealed);
    Map<Long, JsonNode> contents = new HashMap<>();
    for (int i = 0; i < stored.size(); i++) {
      long id = stored.get(i).id();
      opened.get(i).ifPresent(bytes -> contents.put(id, readable(bytes)));
    }
    return contents;
  }

  private static JsonNode readable(byte[] bytes) {
    try {
      return ModelJson.parse(bytes);
    } catch (JacksonException noJson) {
      return StringNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static Told told(Trace trace, Map<Long, JsonNode> contents) {
    return new Told(
        trace.message(),
        trace.created(),
        trace.flow(),
        trace.source(),
        trace.sourceId(),
        trace.number(),
        trace.event(),
        trace.action(),
        trace.target(),
        trace.state(),
        contents.get(trace.payload()));
  }

  private static void write(Path file, Answer answer) {
    try {
      PrivateFiles.replace(
          file, ModelJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }
}
