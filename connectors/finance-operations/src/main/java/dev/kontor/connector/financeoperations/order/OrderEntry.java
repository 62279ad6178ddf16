package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.entry.Stepped;
import dev.kontor.connector.financeoperations.entry.SteppedEntry;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters an order: the header, which gets its number from a number sequence, then line by line, or
 * its lines together.
 */
final class OrderEntry {

  /** Of an order number; longer references cannot be one. */
  private static final int NUMBER_LENGTH = 20;

  private final String referenceField;
  private final boolean numbered;
  private final boolean together;
  private final Headers headers;
  private final OrderLines lines;
  private final OrderRemoval removal;

  OrderEntry(FnoSettings settings, Headers headers, OrderLines lines, OrderRemoval removal) {
    this.referenceField = settings.referenceField();
    this.numbered = "reference".equals(settings.text("orderNumbers", "sequence"));
    this.together = settings.settings().flag("changeSets", false);
    this.headers = headers;
    this.lines = lines;
    this.removal = removal;
  }

  Outcome enter(Write write) {
    return new SteppedEntry(new Begun(write)).enter();
  }

  private final class Begun implements Stepped {

    private final Write write;

    Begun(Write write) {
      this.write = write;
    }

    @Override
    public String kind() {
      return "order";
    }

    @Override
    public JsonNode begin() {
      return headers.create(header(write));
    }

    @Override
    public String number(JsonNode header) {
      return Row.text(header, Headers.NUMBER);
    }

    @Override
    public List<Runnable> rest(JsonNode header) {
      headers.keeps(header, write.reference());
      String number = number(header);
      List<JsonNode> all = write.content().path(OrderLines.IN).valueStream().toList();
      return together && all.size() > 1
          ? List.of(() -> lines.enterAll(number, all))
          : all.stream()
              .<Runnable>map(line -> () -> OrderLines.expect(line, lines.enter(number, line)))
              .toList();
    }

    @Override
    public void takeBack(JsonNode header) {
      removal.takeBack(header);
    }
  }

  private ObjectNode header(Write write) {
    ObjectNode fields = write.content().deepCopy().asObject();
    fields.remove(List.of(OrderLines.IN, HeaderCharges.IN));
    fields.put(referenceField, write.reference());
    if (numbered) {
      if (write.reference().length() > NUMBER_LENGTH) {
        throw new FaultException(
            new Fault.Invalid(
                Headers.NUMBER,
                "would be longer than "
                    + NUMBER_LENGTH
                    + " characters; shorten the reference prefix of the source connection",
                null));
      }
      fields.put(Headers.NUMBER, write.reference());
    }
    return fields;
  }
}
