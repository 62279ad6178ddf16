package dev.kontor.connector.financeoperations.customer;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.api.Named;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.Customer;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes customers, with their party and primary address in one call, and changes what a change
 * names.
 */
public final class CustomerWriter implements Writer {

  private static final String VAT = "TaxExemptNumber";
  private static final int DIGITS = 12;

  /** What is given to a new customer only: people decide it from then on. */
  private static final List<String> FIRST = List.of("SalesTaxGroup", "PartyType");

  private final FnoSettings settings;
  private final FnoApi api;

  public CustomerWriter(FnoSettings settings, FnoApi api) {
    this.settings = settings;
    this.api = api;
  }

  @Override
  public int maxBatch() {
    return 1;
  }

  /** Adds the customer group and the defaults of new customers. */
  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    ObjectNode customer = ModelJson.mapper().createObjectNode();
    customer.put("CustomerGroupId", settings.settings().text("customerGroup"));
    settings
        .open()
        .path("customerDefaults")
        .properties()
        .forEach(d -> customer.set(d.getKey(), d.getValue()));
    content.properties().stream()
        .filter(field -> !field.getValue().isNull())
        .forEach(field -> customer.set(field.getKey(), field.getValue()));
    placed(customer);
    boolean named =
        !(Row.text(customer, "OrganizationName") + Row.text(customer, "PersonLastName")).isEmpty();
    if (!named) {
      return unnamed();
    }
    if ("key".equals(settings.text("customerNumbers", "sequence"))) {
      customer.put(CustomerFile.ACCOUNT, account(model));
    }
    return new Prepared.Ready(customer, new ArrayList<>());
  }

  private static Prepared unnamed() {
    return new Prepared.Refused(
        new Fault.Invalid(
            "OrganizationName", "is empty; the buyer needs a name or a company", null));
  }

  /** The VAT id stands in the field that a setting names. */
  private void placed(ObjectNode customer) {
    JsonNode vatId = customer.remove(VAT);
    if (vatId != null) {
      customer.set(settings.vatField(), vatId);
    }
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    return drafts.stream()
        .map(
            draft ->
                draft.targetId() == null
                    ? made(draft)
                    : change(draft.content().deepCopy().asObject()))
        .toList();
  }

  private Prepared made(Draft draft) {
    try {
      return prepare(draft.content(), draft.model());
    } catch (FaultException e) {
      return new Prepared.Refused(e.fault());
    }
  }

  /** A customer that is there keeps everything the change does not name. */
  private Prepared change(ObjectNode customer) {
    customer.remove(FIRST);
    placed(customer);
    boolean nameless =
        Stream.of("OrganizationName", "PersonLastName")
            .anyMatch(name -> customer.has(name) && Row.text(customer, name).isEmpty());
    return nameless ? unnamed() : new Prepared.Ready(customer, new ArrayList<>());
  }

  /** The same for the same buyer, where numbers are given by hand: a second one is refused. */
  private String account(JsonNode model) {
    String key = ModelJson.mapper().treeToValue(model, Customer.class).matchKey();
    if (key == null) {
      throw new FaultException(
          new Fault.Invalid("email", "is missing, as is a VAT id; the buyer has no key", null));
    }
    String digest = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    return settings.text("customerPrefix", "K")
        + digest.replace("-", "").substring(0, DIGITS).toUpperCase(Locale.ROOT);
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    return batch.stream().map(this::outcome).toList();
  }

  private Outcome outcome(Write write) {
    return switch (write.action()) {
      case CREATE -> created(write.content().deepCopy().asObject());
      case UPDATE -> changed(write);
      case DELETE ->
          new Fault.Unsupported(
              "customers are never deleted; put them on hold in Finance & Operations");
    };
  }

  private Outcome changed(Write write) {
    String account = write.targetId();
    if (account == null) {
      return new Fault.Invalid(CustomerFile.ACCOUNT, "is missing for an update", null);
    }
    ObjectNode fields = write.content().deepCopy().asObject();
    // What is none is a blank text here (finance-operations/contract.md §2).
    write.content().properties().stream()
        .filter(field -> field.getValue().isNull())
        .forEach(field -> fields.put(field.getKey(), ""));
    try {
      if (!fields.isEmpty()) {
        api.change(CustomerFile.SET, CustomerFile.ACCOUNT, basis(account, write), fields);
      }
      return new Outcome.Written(account, account, null);
    } catch (FaultException e) {
      return Named.in(e.fault(), fields);
    }
  }

  /** The row that the change was decided on; whatever is there by now if that does not matter. */
  private static JsonNode basis(String account, Write write) {
    ObjectNode row = ModelJson.mapper().createObjectNode().put(CustomerFile.ACCOUNT, account);
    String basis = write.basis();
    return basis == null ? row : row.put("@odata.etag", CustomerFile.etag(basis));
  }

  private Outcome created(ObjectNode fields) {
    try {
      JsonNode row = api.create(CustomerFile.SET, fields);
      String account = Row.text(row, CustomerFile.ACCOUNT);
      return account.isEmpty()
          ? new Fault.OutcomeUnknown("the customer was made, but the answer bears no account")
          : new Outcome.Written(account, account, FnoApi.etag(row));
    } catch (FaultException e) {
      return Named.in(e.fault(), fields);
    }
  }
}
