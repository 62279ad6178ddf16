package dev.kontor.twin.financeoperations.odata;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Records;
import dev.kontor.twin.financeoperations.records.Rules;
import dev.kontor.twin.financeoperations.schema.EntitySet;
import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.odata.Row;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ObjectNode;

/** Inserts, updates and deletes, each as one transaction. */
final class Writer {
  private final Erp erp;
  private final Reader reader;
  private final Map<String, Rules> rules;
  private final AtomicInteger conflicts;
  private final AtomicInteger changed;

  /**
   * Writes by rules.
   *
   * @param rules by source; a source without is read-only
   * @param conflicts how many writes from now on meet a conflict
   * @param changed how many rows were changed by somebody just before they are written
   */
  Writer(
      Erp erp,
      Reader reader,
      Map<String, Rules> rules,
      AtomicInteger conflicts,
      AtomicInteger changed) {
    this.erp = erp;
    this.reader = reader;
    this.rules = rules;
    this.conflicts = conflicts;
    this.changed = changed;
  }

  Answer insert(Call call, EntitySet set) {
    Rules own = rules(set);
    ObjectNode sent = Body.read(call, set, true);
    return erp.records()
        .rows()
        .changing(
            () -> {
              meetConflict();
              ObjectNode stored = own.insert(company(sent), sent);
              Row row = reader.find(set, Key.of(set, stored), true).orElseThrow();
              return reader
                  .single(call, 201, set, row)
                  .with("Location", Reader.root(call) + "/" + Key.address(set, stored));
            });
  }

  private String company(ObjectNode sent) {
    String named = Records.text(sent, "dataAreaId");
    String company = named.isEmpty() ? erp.settings().defaultCompany() : named;
    return erp.known(company)
        .map(known -> known.id())
        .orElseThrow(
            () -> Fault.logic(Message.UNKNOWN_VALUE, company, "Company", "Legal entities"));
  }

  Answer update(Call call, EntitySet set, Key key) {
    Rules own = rules(set);
    ObjectNode patch = Body.read(call, set, false);
    return erp.records()
        .rows()
        .changing(
            () -> {
              ObjectNode row = required(call, set, key);
              own.update(key.company(), row, patch);
              return Answer.empty(204);
            });
  }

  Answer delete(Call call, EntitySet set, Key key) {
    Rules own = rules(set);
    return erp.records()
        .rows()
        .changing(
            () -> {
              own.delete(key.company(), required(call, set, key));
              return Answer.empty(204);
            });
  }

  /** A copy of the row that is there and in the version the client knows. */
  private ObjectNode required(Call call, EntitySet set, Key key) {
    boolean cross = new Query(call.query(), set).crossCompany();
    Row row =
        reader
            .find(set, key, cross)
            .orElseThrow(() -> Fault.request(erp.settings().missingPatchStatus(), Api.noRow(set)));
    Optional<String> tag = call.header("If-Match");
    boolean another = changed.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    if (tag.isPresent() && !tag.get().equals("*") && (another || !tag.get().equals(Tag.of(row)))) {
      throw Fault.logic(erp.settings().staleTagStatus(), false, Message.CONFLICT);
    }
    meetConflict();
    return row.data().deepCopy();
  }

  private void meetConflict() {
    if (conflicts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw Fault.logic(500, false, Message.CONFLICT);
    }
  }

  private Rules rules(EntitySet set) {
    Rules own = rules.get(set.source());
    if (set.readOnly() || own == null) {
      throw Fault.request(405, "The data entity '" + set.type() + "' is read-only.");
    }
    return own;
  }
}
