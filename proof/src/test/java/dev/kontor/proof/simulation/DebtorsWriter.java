package dev.kontor.proof.simulation;

import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes and changes debtors of the ERP, which keeps few characters of a text. */
record DebtorsWriter(Register debtors, Wire wire) implements Writer {

  private static final int KEPT = 5;

  /** What every new debtor gets there. */
  private static final String TERMS = "usual";

  /** What the ERP keeps of a text. */
  static String kept(String text) {
    return text.substring(0, Math.min(KEPT, text.length()));
  }

  @Override
  public int maxBatch() {
    return 2;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    ObjectNode debtor = content.deepCopy().asObject();
    Register.FIELDS.values().stream()
        .filter(debtor::has)
        .forEach(field -> debtor.put(field, kept(debtor.path(field).asString())));
    return new Prepared.Ready(debtor, List.of());
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    return wire.write(
        "debtors", batch, w -> w.action() == Write.Action.CREATE ? create(w) : change(w));
  }

  private Outcome create(Write write) {
    String id = "debtor-" + (debtors.ids().size() + 1);
    debtors.enter(id, write.content().deepCopy().asObject().put("terms", TERMS));
    return new Outcome.Written(id, id, null);
  }

  private Outcome change(Write write) {
    String id = String.valueOf(write.targetId());
    if (!debtors.versions().of(id).equals(write.basis())) {
      return new Fault.Conflict("the debtor is another by now");
    }
    debtors.write(id, write.content(), debtors.versions().of(id));
    return new Outcome.Written(id, id, null);
  }
}
