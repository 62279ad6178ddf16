package dev.kontor.twin.businesscentral;

import dev.kontor.twin.businesscentral.access.Rights;
import dev.kontor.twin.businesscentral.master.Stock;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
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

/** What people do inside the ERP, and the truth proofs compare with, over {@code /_twin/}. */
final class TwinControl {
  private static final Pattern ORDER =
      Pattern.compile(
          "/_twin/orders/([^/]+)/(release|reopen|review|ship|invoice|shipAndInvoice|cancel)");

  private static final Pattern INVOICE =
      Pattern.compile("/_twin/invoices/([^/]+)/(cancel|correct|creditMemo)");

  private static final Pattern SUPPLY =
      Pattern.compile("/_twin/(purchases|transfers)/([^/]+)/(ship|receive)");
  private static final Pattern JOURNAL = Pattern.compile("/_twin/journals/([^/]+)/post");

  private static final String TRUTH = "/_twin/truth/";

  private final Company company;
  private final Environment environment;
  private final Rights rights;
  private final Truth truth;
  private final Clerks clerks;

  TwinControl(Company company, Environment environment, Rights rights) {
    this.company = company;
    this.environment = environment;
    this.rights = rights;
    this.truth = new Truth(company.records());
    this.clerks = new Clerks(company.records());
  }

  Answer handle(Call call) {
    try {
      JsonNode body = call.body().length == 0 ? Json.object() : call.json();
      Matcher order = ORDER.matcher(call.path());
      if (call.method().equals("POST") && order.matches()) {
        clerks.order(order.group(1), order.group(2), body);
        return Answer.empty(204);
      }
      Matcher invoice = INVOICE.matcher(call.path());
      if (call.method().equals("POST") && invoice.matches()) {
        clerks.invoice(invoice.group(1), invoice.group(2), body.path("lines"));
        return Answer.empty(204);
      }
      Matcher supply = SUPPLY.matcher(call.path());
      if (call.method().equals("POST") && supply.matches()) {
        clerks.supply(supply.group(1), supply.group(2), supply.group(3), body);
        return Answer.empty(204);
      }
      Matcher journal = JOURNAL.matcher(call.path());
      if (call.method().equals("POST") && journal.matches()) {
        clerks.journal(journal.group(1));
        return Answer.empty(204);
      }
      if (call.method().equals("GET") && call.path().startsWith(TRUTH)) {
        return truth
            .about(call.path().substring(TRUTH.length()))
            .map(told -> Answer.json(200, told))
            .orElseGet(() -> Answer.text(404, "No such truth: " + call.path()));
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
      case "PUT /_twin/rights" -> {
        rights.set(call.json());
        yield Answer.empty(204);
      }
      case "POST /_twin/price" ->
          Answer.json(200, new PriceAsk(company.records()).price(call.json()));
      case "POST /_twin/payments" -> {
        clerks.payment(call.json());
        yield Answer.empty(204);
      }
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
      case "POST /_twin/clean" -> {
        environment.subscriptions().clean();
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

  Clerks clerks() {
    return clerks;
  }

  Truth truth() {
    return truth;
  }
}
