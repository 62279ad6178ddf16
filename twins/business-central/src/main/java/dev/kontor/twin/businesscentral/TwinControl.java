package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.access.Rights;
import dev.kontor.twin.businesscentral.master.Stock;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.SalesCredit;
import dev.kontor.twin.businesscentral.sales.SalesPosting;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.ODataFault;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do inside the ERP, and the truth proofs compare with, over {@code /_twin/}. */
final class TwinControl {
  private static final Pattern ORDER =
      Pattern.compile("/_twin/orders/([^/]+)/(release|ship|shipAndInvoice)");

  private static final Pattern INVOICE = Pattern.compile("/_twin/invoices/([^/]+)/cancel");

  private final Company company;
  private final Environment environment;
  private final Rights rights;
  private final Truth truth;

  TwinControl(Company company, Environment environment, Rights rights) {
    this.company = company;
    this.environment = environment;
    this.rights = rights;
    this.truth = new Truth(company.records());
  }

  Answer handle(Call call) {
    try {
      Matcher order = ORDER.matcher(call.path());
      if (call.method().equals("POST") && order.matches()) {
        JsonNode parts = call.body().length == 0 ? Json.object() : call.json().path("lines");
        post(order.group(1), order.group(2), parts);
        return Answer.empty(204);
      }
      Matcher invoice = INVOICE.matcher(call.path());
      if (call.method().equals("POST") && invoice.matches()) {
        cancel(invoice.group(1));
        return Answer.empty(204);
      }
      return routed(call);
    } catch (ODataFault fault) {
      return environment.dialect().error(fault);
    } catch (JacksonException e) {
      return Answer.text(400, "The body is not valid JSON.");
    }
  }

  private Answer routed(Call call) {
    return switch (call.method() + " " + call.path()) {
      case "GET /_twin/truth/orders" -> Answer.json(200, truth.orders());
      case "GET /_twin/truth/customers" -> Answer.json(200, truth.customers());
      case "GET /_twin/truth/creditMemos" -> Answer.json(200, truth.creditMemos());
      case "PUT /_twin/rights" -> {
        rights.set(call.json());
        yield Answer.empty(204);
      }
      case "GET /_twin/truth/stock" -> Answer.json(200, truth.stock());
      case "POST /_twin/stock" -> {
        JsonNode body = call.json();
        moveStock(
            body.isArray() ? body.valueStream().map(Move::of).toList() : List.of(Move.of(body)));
        yield Answer.empty(204);
      }
      case "POST /_twin/setup" -> {
        new CompanySetup(company.records()).apply(call.json());
        yield Answer.empty(204);
      }
      case "POST /_twin/notify" -> {
        environment.notifications().sendNow();
        yield Answer.empty(204);
      }
      default -> Answer.text(404, "No such control: " + call.path());
    };
  }

  /**
   * A line of an item journal.
   *
   * @param quantity pieces, positive or negative
   */
  record Move(String itemNumber, String location, String variant, BigDecimal quantity) {
    private static Move of(JsonNode body) {
      return new Move(
          Records.text(body, "itemNumber"),
          Records.text(body, "locationCode"),
          Records.text(body, "variantCode"),
          Records.number(body, "quantity"));
    }
  }

  /** Posts all lines at once, or none. */
  void moveStock(List<Move> moves) {
    Records records = company.records();
    records
        .rows()
        .changing(
            () -> {
              moves.forEach(move -> moveStock(records, move));
              return moves;
            });
  }

  private static void moveStock(Records records, Move move) {
    String location = move.location();
    if (!location.isEmpty() && records.by("locations", "code", location).isEmpty()) {
      throw Faults.relation("Location Code", "Item Ledger Entry", location, "Location");
    }
    new Stock(records).adjust(move.itemNumber(), location, move.variant(), move.quantity(), "MOVE");
  }

  /**
   * Posts an order; parts {@code [{sequence, quantity}]} limit what is shipped. Throws ODataFault
   * when there is no such open order or it cannot be posted.
   */
  void post(String orderNumber, String how, JsonNode parts) {
    Records records = company.records();
    records
        .rows()
        .changing(
            () -> {
              String id =
                  records
                      .by("salesOrders", "number", orderNumber)
                      .map(order -> Records.text(order, "id"))
                      .orElseThrow(
                          () -> Faults.noRecord("Sales Header", "No.='" + orderNumber + "'"));
              SalesPosting posting = new SalesPosting(records, id);
              if (parts.isArray()) {
                posting.shipOnly(parts);
              }
              switch (how) {
                case "release" -> posting.release();
                case "ship" -> posting.ship();
                default -> posting.shipAndInvoice();
              }
              return id;
            });
  }

  /** Cancels a posted invoice by a credit memo; throws ODataFault when it cannot be. */
  void cancel(String invoiceNumber) {
    Records records = company.records();
    records
        .rows()
        .changing(
            () -> {
              ObjectNode invoice =
                  records
                      .by("salesInvoices", "number", invoiceNumber)
                      .orElseThrow(
                          () ->
                              Faults.noRecord(
                                  "Sales Invoice Header", "No.='" + invoiceNumber + "'"));
              new SalesCredit(records).cancel(invoice);
              return invoice;
            });
  }
}
