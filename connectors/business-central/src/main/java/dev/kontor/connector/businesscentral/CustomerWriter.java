package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataQuery;
import dev.kontor.kit.Preparation;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Creates and updates customers. */
final class CustomerWriter implements Writer {

  private static final String SET = CustomerFile.SET;

  private final Configuration configuration;
  private final Company company;
  private final MasterData masterData;
  private final JoinedRows joined;

  CustomerWriter(Configuration configuration, Company company, MasterData masterData) {
    this.configuration = configuration;
    this.company = company;
    this.masterData = masterData;
    this.joined = new JoinedRows(configuration, company, SET);
  }

  @Override
  public int maxBatch() {
    return 1;
  }

  /** Resolves {@code taxAreaCode}, adds the configured defaults and fits texts into fields. */
  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    ObjectNode customer = Json.object();
    for (Map.Entry<String, JsonNode> value :
        configuration.json().path("customerDefaults").properties()) {
      customer.set(value.getKey(), value.getValue());
    }
    for (Map.Entry<String, JsonNode> value : content.properties()) {
      boolean offered = !company.model().has(SET) || company.model().has(SET, value.getKey());
      if (!value.getValue().isNull() && offered) {
        customer.set(value.getKey(), value.getValue());
      }
    }
    customer.remove("taxAreaCode");
    String area = Json.text(content, "taxAreaCode");
    if (area != null) {
      String id = masterData.taxAreaId(area).orElse(null);
      if (id == null) {
        return refused(
            "taxAreaId",
            "Business Central has no tax area " + area + "; correct setting customerTax");
      }
      customer.put("taxAreaId", id);
    }
    if (Json.text(customer, "displayName") == null) {
      return refused("displayName", "is empty; the buyer needs a name or a company");
    }
    List<String> notes = new ArrayList<>();
    Texts.fit(SET, customer, company.model(), notes);
    return joined(content, customer, notes);
  }

  private Prepared joined(JsonNode content, ObjectNode customer, List<String> notes) {
    return Preparation.of(
        () -> {
          joined.prepare(content, customer);
          return new Prepared.Ready(customer, notes);
        });
  }

  @Override
  public boolean isCompletedByUpdate(JsonNode content) {
    return JoinedRows.isIn(content);
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    return drafts.stream()
        .map(
            draft ->
                draft.targetId() == null
                    ? prepare(draft.content(), draft.model())
                    : change(draft.content()))
        .toList();
  }

  /**
   * A debtor that is there keeps everything the change does not name; nothing is made up for it.
   */
  private Prepared change(JsonNode content) {
    ObjectNode customer = Json.object();
    content.properties().forEach(value -> customer.set(value.getKey(), value.getValue()));
    customer.remove(List.of("taxAreaCode", "type"));
    if (customer.has("displayName") && Json.text(customer, "displayName") == null) {
      return refused("displayName", "is empty; the buyer needs a name or a company");
    }
    List<String> notes = new ArrayList<>();
    Texts.fit(SET, customer, company.model(), notes);
    return joined(content, customer, notes);
  }

  private static Prepared refused(String field, String problem) {
    return new Prepared.Refused(new Fault.Invalid(field, problem, null));
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Write write : batch) {
      try {
        outcomes.add(outcome(write));
      } catch (FaultException e) {
        outcomes.add(BlamedField.in(e.fault()));
      }
    }
    return outcomes;
  }

  private Outcome outcome(Write write) {
    return switch (write.action()) {
      case CREATE -> Documents.written(company.client().create(SET, record(write)));
      case UPDATE -> update(write);
      case DELETE ->
          new Fault.Unsupported("customers are never deleted; block them in Business Central");
    };
  }

  private Outcome update(Write write) {
    String id = write.targetId();
    if (id == null) {
      return new Fault.Invalid("id", "is missing for an update", null);
    }
    String path = OData.key(SET, id);
    ObjectNode fields = record(write);
    String basis = write.basis();
    JsonNode there = basis == null || fields.isEmpty() ? current(path) : Json.object();
    String etag = basis == null ? Documents.etag(there) : CustomerFile.etag(basis);
    JsonNode changed =
        fields.isEmpty() ? there : company.client().update(path, etag, Json.blanked(fields));
    masterData.forget(Debtor.of(changed, ""));
    joined.write(changed, write.content(), Json.object());
    return Documents.written(changed);
  }

  /** What API v2.0 takes; of a customer that only has to be completed all the rest is there. */
  private static ObjectNode record(Write write) {
    JsonNode before = write.before();
    if (before != null && before.isEmpty()) {
      return Json.object();
    }
    ObjectNode fields = write.content().deepCopy().asObject();
    fields.remove(Join.FIELD);
    return fields;
  }

  private JsonNode current(String path) {
    return company
        .client()
        .one(ODataQuery.of(path).select(List.of("id", "number")))
        .orElseThrow(
            () ->
                new FaultException(
                    new Fault.Invalid(
                        "id", "the customer does not exist any more; link it anew", null)));
  }
}
