package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters credit memos, one by deep insert, and posts them if so set. A draft that does not show the
 * gross that was foretold is taken away again. One that is there already is gone on with: it is of
 * an earlier call, whose time to take effect is over when the engine writes again.
 */
final class CreditMemoWriter implements Writer {

  private static final String POST = "Microsoft.NAV.post";

  private final Company company;
  private final CreditMemoPreparation preparation;
  private final CreditMemos memos;
  private final boolean posts;

  CreditMemoWriter(
      Configuration configuration, Company company, CreditMemoPreparation preparation) {
    this.company = company;
    this.preparation = preparation;
    this.memos = new CreditMemos(configuration, company);
    this.posts = configuration.postsCreditMemos();
  }

  @Override
  public int maxBatch() {
    return 1;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return preparation.prepare(content, model);
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    return OneByOne.write(batch, this::written);
  }

  private Outcome written(Write write) {
    if (write.action() != Write.Action.CREATE) {
      return new Fault.Unsupported("a credit memo is not changed or taken away by the hub");
    }
    List<JsonNode> there = memos.with(write.reference());
    if (there.size() > 1) {
      return new Fault.Ambiguous(
          "Business Central has " + there.size() + " credit memos " + write.reference());
    }
    JsonNode memo = there.isEmpty() ? created(write) : there.getFirst();
    if (OrderParts.isPosted(memo)) {
      return Documents.written(memo);
    }
    Fault wrong =
        wrong(memo, new BigDecimal(Json.text(write.content(), CreditMemoPreparation.GROSS, "0")));
    if (wrong != null && there.isEmpty()) {
      company.client().delete(path(memo), Documents.etag(memo));
    }
    if (wrong != null) {
      return wrong;
    }
    return posts ? posted(memo) : Documents.written(memo);
  }

  private JsonNode created(Write write) {
    ObjectNode body = ((ObjectNode) write.content()).deepCopy();
    body.remove(CreditMemoPreparation.GROSS);
    body.put(memos.field(), write.reference());
    return company.client().create(OrderParts.CREDIT_MEMOS, body);
  }

  /** Lines are priced without tax; a customer whose documents are priced with it shows here. */
  private static @Nullable Fault wrong(JsonNode memo, BigDecimal expected) {
    BigDecimal gross = Json.number(memo, "totalAmountIncludingTax");
    if (gross.compareTo(expected) == 0) {
      return null;
    }
    String cause =
        memo.path("pricesIncludeTax").asBoolean(false)
            ? "customer "
                + Json.text(memo, "customerNumber", "")
                + " has Prices Including VAT on, which a credit memo takes over and API v2.0 cannot"
                + " change; switch it off and resubmit"
            : "enter the credit memo by hand, then discard this message";
    return new Fault.Invalid(
        "totalAmountIncludingTax",
        "Business Central made the credit memo "
            + gross.toPlainString()
            + " instead of "
            + expected.toPlainString()
            + "; a draft of this call was deleted again: "
            + cause,
        null);
  }

  private Outcome posted(JsonNode memo) {
    company.client().action(path(memo), POST, Json.object());
    return company
        .client()
        .one(ODataQuery.of(path(memo)))
        .map(Documents::written)
        .orElseGet(() -> new Fault.OutcomeUnknown("it was posted and cannot be read"));
  }

  private static String path(JsonNode memo) {
    return OData.key(OrderParts.CREDIT_MEMOS, Json.text(memo, "id", ""));
  }
}
