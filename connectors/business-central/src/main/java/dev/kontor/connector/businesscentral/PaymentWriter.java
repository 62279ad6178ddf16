package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Enters payments as journal lines, for people to post: the only action that posts a journal posts
 * whatever others have entered in it too (api-v2.json, journals).
 */
final class PaymentWriter implements Writer {

  private final Company company;
  private final PaymentPreparation preparation;

  PaymentWriter(Company company, PaymentPreparation preparation) {
    this.company = company;
    this.preparation = preparation;
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
      return new Fault.Unsupported("a payment is not changed or taken away by the hub");
    }
    if (write.reference().length() > Texts.REFERENCE) {
      return new Fault.Invalid(
          PaymentJournals.REFERENCE,
          write.reference()
              + " is longer than the "
              + Texts.REFERENCE
              + " characters Business Central keeps; give the shop a shorter referencePrefix",
          null);
    }
    String journal = Json.text(write.content(), PaymentPreparation.JOURNAL);
    if (journal == null) {
      return new Fault.Invalid(
          PaymentPreparation.JOURNAL, "is missing, though preparing a payment sets it", null);
    }
    ObjectNode body = ((ObjectNode) write.content()).deepCopy();
    body.remove(PaymentPreparation.JOURNAL);
    body.put(PaymentJournals.REFERENCE, write.reference());
    body.put(PaymentJournals.NUMBER, PaymentJournals.documentNumber(write.reference()));
    JsonNode line = company.client().create(PaymentJournals.lines(journal), body);
    return new Outcome.Written(write.reference(), write.reference(), Documents.version(line));
  }
}
