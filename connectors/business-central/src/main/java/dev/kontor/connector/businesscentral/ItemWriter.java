package dev.kontor.connector.businesscentral;

import dev.kontor.kit.OData;
import dev.kontor.kit.ODataClient;
import dev.kontor.kit.ODataPart;
import dev.kontor.model.EntityType;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Standing;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes and changes items with their variants, each in one call that takes effect as a whole or not
 * at all ({@code Isolation: snapshot}, behaviours.md §5), and then what is joined to them. An item
 * number is unique and a change goes by etag, so a repetition has no second effect.
 */
final class ItemWriter implements Writer {

  private static final int MOST = 20;
  private static final String ITEM = "item";

  private final Company company;
  private final ItemPreparation preparation;
  private final ItemsThere there;
  private final JoinedRows joined;

  ItemWriter(Configuration configuration, Company company, MasterData masterData) {
    this.company = company;
    this.preparation = new ItemPreparation(configuration, company, masterData);
    this.there = new ItemsThere(configuration, company);
    this.joined = new JoinedRows(configuration, company, ItemParts.ITEMS);
  }

  @Override
  public int maxBatch() {
    return MOST;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    return preparation.prepare(new Draft(content, model));
  }

  @Override
  public List<Prepared> prepareAll(List<Draft> drafts) {
    return drafts.stream().map(preparation::prepare).toList();
  }

  @Override
  public List<Standing> compare(List<Draft> drafts) {
    List<JsonNode> items =
        there.read(
            drafts.stream()
                .map(draft -> new ItemsThere.Key(draft.targetId(), draft.content()))
                .toList());
    List<Standing> standings = new ArrayList<>();
    for (Draft draft : drafts) {
      standings.add(standing(draft, ItemsThere.find(items, draft.targetId(), draft.content())));
    }
    return standings;
  }

  private Standing standing(Draft draft, @Nullable JsonNode item) {
    return switch (preparation.prepare(draft)) {
      case Prepared.Refused refused -> new Standing.Incomparable(refused.fault());
      case Prepared.Ready ready -> {
        if (item == null) {
          yield Standing.ABSENT;
        }
        List<Standing.Field> told = ItemDifference.of(item, ready.content()).told();
        yield told.isEmpty()
            ? Standing.SAME
            : new Standing.Other(told, Json.instant(item, Documents.STAMP));
      }
    };
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    List<JsonNode> items =
        there.read(
            batch.stream()
                .map(write -> new ItemsThere.Key(write.targetId(), write.content()))
                .toList());
    List<Outcome> outcomes = new ArrayList<>();
    for (Write write : batch) {
      try {
        outcomes.add(put(write, ItemsThere.find(items, write.targetId(), write.content())));
      } catch (FaultException e) {
        outcomes.add(BlamedField.in(e.fault()));
      }
    }
    return outcomes;
  }

  private Outcome put(Write write, @Nullable JsonNode item) {
    return switch (write.action()) {
      case DELETE ->
          new Fault.Unsupported("items are never deleted; block them in Business Central");
      case CREATE -> item == null ? create(write.content()) : joined(write, item);
      case UPDATE ->
          item == null
              ? new Fault.Missing(
                  EntityType.PRODUCT,
                  write.reference(),
                  "Business Central does not have the item any more; enter it again, or delete the"
                      + " article in the shop, too")
              : update(write, item);
    };
  }

  private Outcome create(JsonNode content) {
    ObjectNode body = content.deepCopy().asObject();
    body.remove(List.of(ItemPreparation.VARIANTS, Join.FIELD));
    List<ODataPart> parts = new ArrayList<>();
    parts.add(new ODataPart(ITEM, "POST", ItemParts.ITEMS, null, body));
    content
        .path(ItemPreparation.VARIANTS)
        .forEach(variant -> parts.add(added(parts, content, variant)));
    JsonNode made = whole(parts);
    joined.write(made, content, Json.object());
    return Documents.written(made);
  }

  private Outcome update(Write write, JsonNode item) {
    ItemDifference difference = ItemDifference.of(item, write.content());
    if (difference.isOfItem()) {
      List<ODataPart> parts = new ArrayList<>();
      String path = OData.key(ItemParts.ITEMS, Json.text(item, "id", ""));
      ObjectNode fields = difference.fields().deepCopy();
      if (fields.isEmpty()) {
        fields.set("displayName", item.path("displayName"));
      }
      parts.add(new ODataPart(ITEM, "PATCH", path, Documents.etag(item), Json.blanked(fields)));
      difference.added().forEach(variant -> parts.add(added(parts, item, variant)));
      difference.renamed().forEach((row, variant) -> parts.add(renamed(parts, row, variant)));
      whole(parts);
    }
    return joined(write, item);
  }

  private Outcome joined(Write write, JsonNode item) {
    boolean differs =
        ItemDifference.of(item, write.content()).told().stream()
            .anyMatch(field -> field.name().startsWith(Join.FIELD));
    if (differs) {
      joined.write(item, write.content(), Json.object());
    }
    return Documents.written(item);
  }

  private static ODataPart added(List<ODataPart> parts, JsonNode item, JsonNode variant) {
    ObjectNode body = variant.deepCopy().asObject();
    body.put("itemNumber", Json.text(item, ItemPreparation.NUMBER, ""));
    String id = Integer.toString(parts.size());
    return new ODataPart(id, "POST", ItemPreparation.VARIANTS, null, body);
  }

  private static ODataPart renamed(List<ODataPart> parts, JsonNode row, JsonNode variant) {
    ObjectNode body = Json.object();
    body.set("description", variant.path("description"));
    String path = OData.key(ItemPreparation.VARIANTS, Json.text(row, "id", ""));
    return new ODataPart(Integer.toString(parts.size()), "PATCH", path, Documents.etag(row), body);
  }

  /** The item as it is then. */
  private JsonNode whole(List<ODataPart> parts) {
    Map<String, ODataClient.Answer> answers = company.client().together(parts);
    for (ODataPart part : parts) {
      ODataClient.Answer answer = answers.get(part.id());
      if (answer == null) {
        throw new FaultException(
            new Fault.OutcomeUnknown("the answer does not say what became of the item"));
      }
      if (answer.fault() != null) {
        throw new FaultException(meanwhile(answer.fault()));
      }
    }
    return Objects.requireNonNull(answers.get(ITEM)).body();
  }

  /** The same number came in between, as by a call that was given up: it is read with the next. */
  private static Fault meanwhile(Fault fault) {
    return JoinedRows.isSameKey(fault)
        ? new Fault.Conflict("an item or variant of that number was made meanwhile")
        : fault;
  }
}
