package dev.kontor.connector.businesscentral;

import dev.kontor.contract.TwinBench;
import dev.kontor.model.EntityType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents as people enter them at Business Central. */
final class BenchPlaces {

  private final TwinWorld world;
  private final BenchClerk clerk;

  BenchPlaces(TwinWorld world, BenchClerk clerk) {
    this.world = world;
    this.clerk = clerk;
  }

  TwinBench.Placed place(EntityType type) {
    clerk.tick();
    String name = "P" + clerk.next();
    return switch (type) {
      case PRODUCT -> new TwinBench.Placed(clerk.item(name), name);
      case PRICE -> {
        clerk.item(name);
        yield new TwinBench.Placed(name, name);
      }
      case STOCK -> {
        clerk.item(name);
        world.twin.moveStock(name, "MAIN", BigDecimal.TEN);
        yield new TwinBench.Placed(name, name);
      }
      case CUSTOMER -> {
        JsonNode made = world.call("POST", "customers", BenchClerk.customer(name).toString());
        yield new TwinBench.Placed(BenchClerk.text(made, "id"), BenchClerk.text(made, "number"));
      }
      case ORDER -> {
        JsonNode made = world.call("POST", "salesOrders", clerk.order().toString());
        String number = BenchClerk.text(made, "number");
        String patch = Json.object().put("externalDocumentNumber", number).toString();
        world.call("PATCH", "salesOrders(" + BenchClerk.text(made, "id") + ")", patch);
        yield new TwinBench.Placed(BenchClerk.text(made, "id"), number);
      }
      case ORDER_PROGRESS -> {
        String number = place(EntityType.ORDER).number();
        yield new TwinBench.Placed(number, number);
      }
      case CREDIT_MEMO -> {
        ObjectNode memo = clerk.memo();
        String reference = "R-" + name;
        memo.put("externalDocumentNumber", reference).remove(CreditMemoPreparation.GROSS);
        JsonNode made = world.call("POST", "salesCreditMemos", memo.toString());
        yield new TwinBench.Placed(BenchClerk.text(made, "id"), reference);
      }
      case PAYMENT -> {
        String reference = "R-" + name;
        ObjectNode line = clerk.payment();
        line.put(PaymentJournals.REFERENCE, reference);
        line.put(PaymentJournals.NUMBER, PaymentJournals.documentNumber(reference));
        String journal = line.remove(PaymentPreparation.JOURNAL).asString();
        world.call("POST", PaymentJournals.lines(journal), line.toString());
        yield new TwinBench.Placed(reference, reference);
      }
      case INVOICE -> {
        String number = place(EntityType.ORDER).number();
        clerk.control("orders/" + number + "/shipAndInvoice");
        yield new TwinBench.Placed(
            BenchClerk.text(clerk.invoices("orderNumber eq '" + number + "'").path(0), "id"),
            number);
      }
      case SHIPMENT -> {
        String number = place(EntityType.ORDER).number();
        clerk.control("orders/" + number + "/ship");
        yield new TwinBench.Placed(number, number);
      }
      case RETURN, PAYOUT, QUOTE, CREDIT_STATUS, DOCUMENT_FILE, LEAD, CASE ->
          throw new IllegalArgumentException("no documents of " + type);
    };
  }

  List<TwinBench.Placed> placeTogether(EntityType type, int many) {
    List<TwinBench.Placed> placed = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      placed.add(place(type));
      world.twinTime = world.twinTime.minusSeconds(1);
    }
    return placed;
  }
}
