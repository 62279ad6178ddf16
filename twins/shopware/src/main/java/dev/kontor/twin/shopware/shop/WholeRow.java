package dev.kontor.twin.shopware.shop;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.search.Criteria;
import dev.kontor.twin.shopware.search.CriteriaReader;
import dev.kontor.twin.shopware.search.Reading;
import dev.kontor.twin.shopware.search.View;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A row with its associations, as business events carry it. */
final class WholeRow {
  private final Tables tables;
  private final View view;
  private final Entity entity;
  private final Criteria criteria;

  /**
   * @param associations criteria in JSON
   */
  WholeRow(Tables tables, View view, String entity, String associations) {
    this.tables = tables;
    this.view = view;
    this.entity = tables.schema().entity(entity);
    this.criteria =
        new CriteriaReader(tables.schema()).read(Json.MAPPER.readTree(associations), this.entity);
  }

  /** Empty when no webhook is for the event: printing a whole row is dear. */
  Optional<ObjectNode> asHeard(String event, String id) {
    return tables.where("webhook", "eventName", event).isEmpty()
        ? Optional.empty()
        : Optional.of(view.json(tables.get(entity.name(), id), entity, criteria, Reading.PLAIN));
  }
}
