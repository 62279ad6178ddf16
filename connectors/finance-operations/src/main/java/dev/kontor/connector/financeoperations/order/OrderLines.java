package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Named;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.entry.Refusals;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines of sales orders. Those of the hub bear {@code CustomersLineNumber} from 1, by which one
 * that may be there already is found again: their own key is made by the service.
 */
final class OrderLines {

  /** Field of an order's content with its lines. */
  static final String IN = "SalesOrderLines";

  static final String NUMBER = "CustomersLineNumber";
  static final String ORDER = "SalesOrderNumber";

  private static final String KEY = "InventoryLotId";

  /** What is never changed on a line that is there: what it sells. */
  private static final Set<String> IDENTITY = Set.of("ItemNumber", "ExternalItemNumber");

  private final FnoApi api;
  private final String set;

  OrderLines(FnoSettings settings, FnoApi api) {
    this.api = api;
    this.set = settings.lines();
  }

  /** Of these orders, in the order they were entered. */
  List<JsonNode> of(List<String> orders) {
    return api.rowsOf(set, ORDER, orders, List.of()).stream()
        .sorted(Comparator.comparing(row -> Row.number(row, "LineCreationSequenceNumber")))
        .toList();
  }

  /** The hub's number of a line; 0 for one that a person entered. */
  static int number(JsonNode line) {
    return Row.number(line, NUMBER).intValue();
  }

  /**
   * Enters a line.
   *
   * @return as it is there now, for {@link #expect}
   * @throws FaultException the refusal, with the line and field it is about
   */
  JsonNode enter(String order, JsonNode line) {
    ObjectNode body = body(order, line);
    try {
      return api.create(set, body);
    } catch (FaultException e) {
      throw new FaultException(about(line, Named.in(e.fault(), body)));
    }
  }

  /**
   * Enters lines in one call, all or none of them. If the service refuses that, they are entered
   * one by one, so that the refusal tells its line; so they are where it does not take lines
   * together.
   *
   * @throws FaultException the refusal, or that a line costs anything else
   */
  void enterAll(String order, List<JsonNode> lines) {
    List<JsonNode> entered;
    try {
      entered = api.createAll(set, lines.stream().map(line -> body(order, line)).toList());
    } catch (FaultException e) {
      if (!Refusals.isForGood(e.fault())) {
        throw e;
      }
      enterEach(order, lines);
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      expect(lines.get(i), entered.get(i));
    }
  }

  /** Those that are there already stay, should the service have undone less than all. */
  private void enterEach(String order, List<JsonNode> lines) {
    HubLines there = HubLines.of(this, order);
    for (JsonNode line : lines) {
      expect(line, there.selling(number(line), line).orElseGet(() -> enter(order, line)));
    }
  }

  private static ObjectNode body(String order, JsonNode line) {
    return sent(line).put(ORDER, order);
  }

  /**
   * Makes a line that is there like the wanted one.
   *
   * @return what undoes it
   */
  Runnable level(JsonNode wanted, JsonNode there) {
    ObjectNode changed = sent(wanted);
    changed.properties().removeIf(f -> same(f.getValue(), there.path(f.getKey())));
    if (changed.isEmpty()) {
      expect(wanted, there);
      return () -> {};
    }
    change(wanted, there, changed);
    return () -> change(wanted, Row.asItIs(there), Row.only(there, changed));
  }

  private void change(JsonNode wanted, JsonNode there, ObjectNode fields) {
    try {
      api.change(set, KEY, there, fields);
    } catch (FaultException e) {
      throw new FaultException(about(wanted, Named.in(e.fault(), fields)));
    }
  }

  void remove(JsonNode there) {
    api.delete(set, KEY, there);
  }

  static boolean sellsTheSame(JsonNode wanted, JsonNode there) {
    return IDENTITY.stream().allMatch(f -> same(wanted.path(f), there.path(f)));
  }

  /** Numbers and texts alike; what is not there is blank or zero. */
  static boolean same(JsonNode one, JsonNode other) {
    if (one.isNumber() || other.isNumber()) {
      BigDecimal number = one.isNumber() ? one.decimalValue() : BigDecimal.ZERO;
      return number.compareTo(other.isNumber() ? other.decimalValue() : BigDecimal.ZERO) == 0;
    }
    return one.asString("").strip().equals(other.asString("").strip());
  }

  /** The amount is what Finance & Operations is to compute; entered, it would clear the price. */
  private static ObjectNode sent(JsonNode line) {
    ObjectNode body = line.deepCopy().asObject();
    body.remove(SalesLines.AMOUNT);
    return body;
  }

  /**
   * A trade agreement may have put another price in the place of the entered one.
   *
   * @throws FaultException {@link Fault.Invalid} if the line costs anything else
   */
  static void expect(JsonNode wanted, JsonNode entered) {
    if (!entered.has(SalesLines.AMOUNT)) {
      return;
    }
    BigDecimal amount = Row.number(entered, SalesLines.AMOUNT);
    BigDecimal expected = Row.number(wanted, SalesLines.AMOUNT);
    if (amount.compareTo(expected) != 0) {
      throw new FaultException(
          new Fault.Invalid(
              SalesLines.AMOUNT,
              "is "
                  + amount.toPlainString()
                  + " in Finance & Operations (price "
                  + Row.number(entered, "SalesPrice").toPlainString()
                  + ") and "
                  + expected.toPlainString()
                  + " in the shop: a trade agreement or price unit took the place of the entered"
                  + " price; keep entered prices in the trade agreement evaluation policy",
              null));
    }
  }

  private static Fault about(JsonNode line, Fault fault) {
    return fault instanceof Fault.Invalid invalid
        ? new Fault.Invalid(
            IN + "[" + (number(line) - 1) + "]." + invalid.field(),
            invalid.problem(),
            invalid.remoteCode())
        : fault;
  }
}
