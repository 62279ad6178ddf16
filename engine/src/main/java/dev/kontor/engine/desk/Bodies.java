package dev.kontor.engine.desk;

import dev.kontor.engine.db.Transactions;
import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** What was read for a message, and what was or would be written. */
public final class Bodies {

  /**
   * Both ends of a message's mappings.
   *
   * @param before the document as read, null if the message carries none
   * @param after what was, or in a dry run would be, written; null if it never came to that
   * @param masked whether what tells of persons is left out
   */
  public record Pair(@Nullable Body before, @Nullable Body after, boolean masked) {}

  private final DataSource database;
  private final Payloads payloads;
  private final Map<String, FlowLine> lines;

  Bodies(DataSource database, Payloads payloads, Map<String, FlowLine> lines) {
    this.database = database;
    this.payloads = payloads;
    this.lines = Map.copyOf(lines);
  }

  /**
   * Empty if there is no such message.
   *
   * @param personal whether what tells of persons may be seen
   */
  public Optional<Pair> of(long message, boolean personal) {
    return Transactions.run(
        database,
        c -> {
          Optional<DocumentStore.Content> content = DocumentStore.content(c, message);
          return content.isEmpty()
              ? Optional.empty()
              : Optional.of(pair(c, content.get(), personal));
        });
  }

  private Pair pair(Connection connection, DocumentStore.Content content, boolean personal)
      throws SQLException {
    FlowLine line = lines.get(content.flow());
    Masking masking = personal ? Masking.NONE : masking(line);
    Long after = content.written() == null ? content.rehearsed() : content.written();
    return new Pair(
        body(connection, content.before(), before(content, line), masking),
        body(connection, after, after(content, line), masking),
        !personal);
  }

  private static Masking masking(@Nullable FlowLine line) {
    return Masking.of(line == null || line.config().from().entity() == EntityType.CUSTOMER);
  }

  /** A document of a flow without what tells of persons. */
  public JsonNode masked(String flow, JsonNode document) {
    return masking(lines.get(flow)).apply(document);
  }

  private static String before(DocumentStore.Content content, @Nullable FlowLine line) {
    String source = line == null ? content.flow() : line.from().name();
    return content.kind().equals("notice")
        ? "as pushed by " + source
        : content.event() + ", as read from " + source;
  }

  private static String after(DocumentStore.Content content, @Nullable FlowLine line) {
    String flow = line == null ? content.flow() : line.to().name();
    String target = Objects.requireNonNullElse(content.target(), flow);
    String action = Objects.requireNonNullElse(content.action(), "WRITE").toLowerCase(Locale.ROOT);
    return content.written() == null
        ? action + " in " + target + ", as it would be written"
        : action + " in " + target + ", as written";
  }

  private @Nullable Body body(
      Connection connection, @Nullable Long payload, String title, Masking masking)
      throws SQLException {
    if (payload == null) {
      return null;
    }
    return switch (payloads.look(connection, payload)) {
      case Payloads.Kept.Whole whole -> body(title, whole.bytes(), masking);
      case Payloads.Kept.Deleted deleted ->
          new Body(title, null, "deleted by the retention rule, or as its person was erased");
      case Payloads.Kept.Erased erased ->
          new Body(title, null, "erased: the key of the person or day was destroyed");
    };
  }

  private static Body body(String title, byte[] bytes, Masking masking) {
    try {
      return new Body(title, masking.apply(ModelJson.parse(bytes)), null);
    } catch (JacksonException noJson) {
      JsonNode text = StringNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
      return masking == Masking.NONE
          ? new Body(title, text, "is no JSON")
          : new Body(title, null, "is no JSON, so that nobody knows what in it tells of persons");
    }
  }
}
