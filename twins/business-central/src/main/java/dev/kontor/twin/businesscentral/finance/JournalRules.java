package dev.kontor.twin.businesscentral.finance;

import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.odata.Rules;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Journals of one template; those for payments of customers are of the cash receipts template. */
public final class JournalRules implements Rules {
  /** Template of payments of customers. */
  public static final String CASH_RECEIPTS = "CASHRCPT";

  /** Template of all other journals. */
  public static final String GENERAL = "GENERAL";

  private static final String SET = "journals";

  private final Records records;
  private final String template;

  /** Journals are shown and made in this template. */
  public JournalRules(Records records, String template) {
    this.records = records;
    this.template = template;
  }

  @Override
  public boolean covers(ObjectNode row) {
    return template.equals(GENERAL) || Records.text(row, "templateDisplayName").equals(template);
  }

  @Override
  public ObjectNode insert(String scope, ObjectNode body) {
    String code = Records.text(body, "code");
    if (code.isBlank()) {
      throw Faults.missingParameter("A \"code\" must be provided.");
    }
    String wanted =
        body.has("templateDisplayName") ? Records.text(body, "templateDisplayName") : template;
    if (records.byCode(SET, "templateDisplayName", wanted, code).isPresent()) {
      throw Faults.duplicate("Gen. Journal Batch", "Name", code);
    }
    ObjectNode row = records.create(SET).put("templateDisplayName", wanted);
    return write(row, body);
  }

  @Override
  public ObjectNode update(String scope, ObjectNode row, ObjectNode patch) {
    return write(row, patch);
  }

  private ObjectNode write(ObjectNode row, ObjectNode body) {
    String account = Records.text(body, "balancingAccountId");
    row.setAll(body);
    if (!account.isEmpty()) {
      Optional<ObjectNode> found = records.byId("accounts", account);
      if (found.isEmpty() && !Records.isBlankId(account)) {
        throw Faults.relation("Bal. Account No.", "Gen. Journal Batch", account, "G/L Account");
      }
      row.put("balancingAccountNumber", found.map(a -> Records.text(a, "number")).orElse(""));
    }
    return records.save(SET, row);
  }

  @Override
  public void delete(String scope, ObjectNode row) {
    String id = Records.text(row, "id");
    records
        .matching("customerPayments", "journalId", id)
        .forEach(line -> records.remove("customerPayments", Records.text(line, "id")));
    records.remove(SET, id);
  }

  @Override
  public Answer act(String scope, ObjectNode row, String action, JsonNode parameters) {
    new JournalPosting(records, row).post();
    return Answer.empty(204);
  }
}
