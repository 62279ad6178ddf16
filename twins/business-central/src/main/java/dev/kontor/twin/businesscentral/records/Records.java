package dev.kontor.twin.businesscentral.records;

import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.Column;
import dev.kontor.twin.kit.odata.ODataFault;
import dev.kontor.twin.kit.odata.Row;
import dev.kontor.twin.kit.odata.Rows;
import dev.kontor.twin.kit.odata.Schema;
import dev.kontor.twin.kit.odata.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tables of one company. Properties that start with an underscore are the ERP's own fields the
 * API does not show.
 */
public final class Records {
  private static final String STAMP = "lastModifiedDateTime";

  private final Rows rows;
  private final Schema schema;
  private final InstantSource clock;
  private final String company;

  /** The company's id is the scope of its rows. */
  public Records(Rows rows, Schema schema, InstantSource clock, String company) {
    this.rows = rows;
    this.schema = schema;
    this.clock = clock;
    this.company = company;
  }

  public Rows rows() {
    return rows;
  }

  public String company() {
    return company;
  }

  /** A row with a fresh id and every column at its initial value; not stored yet. */
  public ObjectNode create(String set) {
    return schema.require(set).blank().put("id", Ids.guid());
  }

  /** The definition of a set's columns; throws IllegalArgumentException for an unknown one. */
  public Table table(String set) {
    return schema.require(set);
  }

  /** Stores the row and stamps it; a change of nothing leaves row and stamp as they were. */
  public ObjectNode save(String set, ObjectNode row) {
    Optional<ObjectNode> before = byId(set, text(row, "id"));
    if (before.isPresent() && sameContent(before.get(), row)) {
      return before.get();
    }
    row.put(STAMP, now().toString());
    return rows.put(company, set, row);
  }

  private static boolean sameContent(ObjectNode before, ObjectNode after) {
    ObjectNode stamped = after.deepCopy();
    stamped.set(STAMP, before.path(STAMP));
    return stamped.equals(before);
  }

  /** What a posting has written stands, whatever becomes of the batch around it (§5). */
  public void commit() {
    rows.commit();
  }

  public void remove(String set, String id) {
    rows.remove(company, set, id);
  }

  public Optional<ObjectNode> byId(String set, String id) {
    return rows.find(company, set, id).map(row -> row.data().deepCopy());
  }

  /** The first row whose column holds the value. */
  public Optional<ObjectNode> by(String set, String column, String value) {
    return matching(set, column, value).stream().findFirst();
  }

  /** The row of this code among those whose column holds the parent's value. */
  public Optional<ObjectNode> byCode(String set, String column, String parent, String code) {
    return matching(set, column, parent).stream()
        .filter(row -> text(row, "code").equals(code))
        .findFirst();
  }

  /**
   * The row named by id, or by number where the id is blank; both must mean the same row. Throws
   * what is given for a missing one or a mismatch.
   */
  public ObjectNode named(
      String set, String id, String number, ODataFault missing, ODataFault mismatch) {
    ObjectNode row =
        (isBlankId(id) ? by(set, "number", number) : byId(set, id)).orElseThrow(() -> missing);
    if (!number.isEmpty() && !text(row, "number").equals(number)) {
      throw mismatch;
    }
    return row;
  }

  public List<ObjectNode> matching(String set, String column, String value) {
    return rows.matching(company, set, column, value).stream().map(Records::copy).toList();
  }

  public List<ObjectNode> all(String set) {
    return rows.all(company, set).stream().map(Records::copy).toList();
  }

  private static ObjectNode copy(Row row) {
    return row.data().deepCopy();
  }

  /** The code of the row with this id, empty for the zero id. */
  public String codeOf(String set, String id) {
    return byId(set, id).map(row -> text(row, "code")).orElse("");
  }

  public String localCurrency() {
    return byId("_setup", "company").map(row -> text(row, "localCurrency")).orElse("");
  }

  /** One of the company's own settings, missing node when unset. */
  public JsonNode setting(String name) {
    return byId("_setup", "company").orElseGet(Json::object).path(name);
  }

  /** The next number of a series: prefix and the number behind the last one. */
  public String nextNumber(String series, String prefix, long start) {
    ObjectNode row =
        byId("_series", series).orElseGet(() -> Json.object().put("id", series).put("last", start));
    long next = row.path("last").asLong() + 1;
    rows.put(company, "_series", row.put("last", next));
    return prefix + next;
  }

  /** Millisecond precision, as the ERP stamps its rows. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** The work date, which setup can pin; else the date of the clock. */
  public String today() {
    String pinned = text(byId("_setup", "company").orElseGet(Json::object), "workDate");
    return pinned.isEmpty() ? now().atZone(ZoneOffset.UTC).toLocalDate().toString() : pinned;
  }

  public static String text(JsonNode row, String name) {
    return row.path(name).asString("");
  }

  public static BigDecimal number(JsonNode row, String name) {
    return row.path(name).asDecimal(BigDecimal.ZERO);
  }

  public static JsonNode decimal(BigDecimal value) {
    return DecimalNode.valueOf(value);
  }

  /** The id of nothing. */
  public String blankId() {
    return Column.NO_GUID;
  }

  /** Whether an id field points nowhere. */
  public static boolean isBlankId(String id) {
    return id.isEmpty() || id.equals(Column.NO_GUID);
  }
}
