package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.master.Stock;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.businesscentral.sales.SalesPosting;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.odata.ODataFault;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What people do inside the ERP, and the truth proofs compare with, over {@code /_twin/}. */
final class TwinControl {
  private static final Pattern ORDER =
      Pattern.compile("/_twin/orders/([^/]+)/(release|ship|shipAndInvoice)");

  private final Company company;
  private final Environment environment;
  private final Truth truth;

  TwinControl(Company company, Environment environment) {
    this.company = company;
    this.environment = environment;
    this.truth = new Truth(company.records());
  }

  Answer handle(Call call) {
    try {
      Matcher order = ORDER.matcher(call.path());
      if (call.method().equals("POST") && order.matches()) {
        post(order.group(1), order.group(2));
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
      case "GET /_twin/truth/stock" -> Answer.json(200, truth.stock());
      case "POST /_twin/stock" -> {
        JsonNode body = call.json();
        moveStock(
            Records.text(body, "itemNumber"),
            Records.text(body, "locationCode"),
            Records.text(body, "variantCode"),
            Records.number(body, "quantity"));
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

  void moveStock(String itemNumber, String location, String variant, BigDecimal quantity) {
    Records records = company.records();
    records
        .rows()
        .changing(
            () -> {
              if (!location.isEmpty() && records.by("locations", "code", location).isEmpty()) {
                throw Faults.relation("Location Code", "Item Ledger Entry", location, "Location");
              }
              new Stock(records).adjust(itemNumber, location, variant, quantity, "MOVE");
              return itemNumber;
            });
  }

  /** Throws ODataFault when there is no such open order or it cannot be posted. */
  void post(String orderNumber, String how) {
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
              switch (how) {
                case "release" -> posting.release();
                case "ship" -> posting.ship();
                default -> posting.shipAndInvoice();
              }
              return id;
            });
  }
}
