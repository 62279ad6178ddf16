package dev.kontor.engine.alert;

import dev.kontor.engine.flow.FlowLine;
import dev.kontor.engine.flow.Translator;
import dev.kontor.engine.ledger.Payloads;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Opens orders to add up what they are worth; nothing else of them is looked at. */
public final class OrderWorth implements Worth {

  /** Of more than that nobody waits for the sum. */
  static final int MOST = 300;

  private final Payloads payloads;
  private final Translator translator;
  private final Map<String, FlowLine> lines;

  public OrderWorth(Payloads payloads, Translator translator, Map<String, FlowLine> lines) {
    this.payloads = payloads;
    this.translator = translator;
    this.lines = Map.copyOf(lines);
  }

  @Override
  public Map<String, BigDecimal> of(Connection connection, String flow, List<Long> orders)
      throws SQLException {
    FlowLine line = lines.get(flow);
    Map<String, BigDecimal> sums = new TreeMap<>();
    if (line != null && orders.size() <= MOST) {
      for (JsonNode document : payloads.get(connection, orders).values()) {
        add(line, document, sums);
      }
    }
    return sums;
  }

  private void add(FlowLine line, JsonNode document, Map<String, BigDecimal> sums) {
    try {
      JsonNode order = translator.toModel(line, document);
      String currency = order.path("currency").asString("");
      String gross = order.path("total").path("gross").asString("");
      if (!currency.isEmpty() && !gross.isEmpty()) {
        sums.merge(currency, new BigDecimal(gross), BigDecimal::add);
      }
    } catch (FaultException | NumberFormatException unreadable) {
      // That it cannot be read is why it waits for a person.
    }
  }
}
