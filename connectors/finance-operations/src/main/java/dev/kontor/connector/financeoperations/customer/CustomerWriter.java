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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes customers, with their party and primary address in one call. */
public final class CustomerWriter implements Writer {

  private static final String VAT = "TaxExemptNumber";
  private static final int DIGITS = 12;

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
    JsonNode vatId = customer.remove(VAT);
    if (vatId != null) {
      customer.set(settings.vatField(), vatId);
    }
    boolean named =
        !(Row.text(customer, "OrganizationName") + Row.text(customer, "PersonLastName")).isEmpty();
    if (!named) {
      return new Prepared.Refused(
          new Fault.Invalid(
              "OrganizationName", "is empty; the buyer needs a name or a company", null));
    }
    if ("key".equals(settings.text("customerNumbers", "sequence"))) {
      customer.put(CustomerReader.ACCOUNT, account(model));
    }
    return new Prepared.Ready(customer, new ArrayList<>());
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
      case UPDATE, DELETE ->
          new Fault.Unsupported(
              "customers are made, and then left to people in Finance & Operations");
    };
  }

  private Outcome created(ObjectNode fields) {
    try {
      JsonNode row = api.create(CustomerReader.SET, fields);
      String account = Row.text(row, CustomerReader.ACCOUNT);
      return account.isEmpty()
          ? new Fault.OutcomeUnknown("the customer was made, but the answer bears no account")
          : new Outcome.Written(account, account, FnoApi.etag(row));
    } catch (FaultException e) {
      return Named.in(e.fault(), fields);
    }
  }
}
