package dev.kontor.twin.shopware.search;

import dev.kontor.twin.shopware.Errors;
import dev.kontor.twin.shopware.schema.Association;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Kind;
import dev.kontor.twin.shopware.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field reached from an entity through associations: {@code
 * deliveries.stateMachineState.technicalName}.
 *
 * @param steps associations on the way
 * @param field field of the last entity, or a key inside its customFields
 * @param kind how values compare
 */
public record Path(List<Association> steps, String field, Kind kind, boolean custom) {
  private static final String CUSTOM = "customFields.";

  /** Throws ApiError 400 FRAMEWORK__UNMAPPED_FIELD when there is no such field. */
  public static Path parse(String text, Entity entity, Schema schema) {
    String rest =
        text.startsWith(entity.name() + ".") ? text.substring(entity.name().length() + 1) : text;
    List<Association> steps = new ArrayList<>();
    Entity at = entity;
    while (true) {
      if (rest.startsWith(CUSTOM)) {
        return new Path(steps, rest.substring(CUSTOM.length()), Kind.JSON, true);
      }
      int dot = rest.indexOf('.');
      if (dot < 0) {
        break;
      }
      String step = rest.substring(0, dot);
      Association association =
          at.association(step)
              .filter(Association::known)
              .orElseThrow(() -> Errors.unknownField(text, entity.name()));
      steps.add(association);
      at = schema.entity(association.target());
      rest = rest.substring(dot + 1);
    }
    Kind kind = kind(at, rest).orElseThrow(() -> Errors.unknownField(text, entity.name()));
    return new Path(steps, rest, kind, false);
  }

  private static Optional<Kind> kind(Entity entity, String field) {
    return switch (field) {
      case "id" -> Optional.of(Kind.ID);
      case "createdAt", "updatedAt" -> Optional.of(Kind.DATE);
      case "customFields" -> Optional.of(Kind.JSON);
      case "versionId" -> Optional.of(Kind.VERSION);
      default ->
          entity
              .field(field)
              .filter(f -> !f.hidden())
              .map(dev.kontor.twin.shopware.schema.Field::kind)
              .or(() -> entity.association(field).map(a -> Kind.ID));
    };
  }

  /** Entities read on the way, for the privilege check. */
  public List<String> entities() {
    return steps.stream().map(Association::target).toList();
  }
}
