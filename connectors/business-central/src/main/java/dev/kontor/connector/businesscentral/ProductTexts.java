package dev.kontor.connector.businesscentral;

import dev.kontor.model.Attribute;
import dev.kontor.model.ProductText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Texts and attributes of items by language, from the companion app. */
final class ProductTexts {

  private static final String NAME_OF_ATTRIBUTE = "0";

  private final ItemParts parts;
  private final @Nullable String ownLanguage;
  private final LocalDate today;

  /**
   * @param ownLanguage BCP 47 tag of texts without language; null to leave them out
   */
  ProductTexts(ItemParts parts, @Nullable String ownLanguage, LocalDate today) {
    this.parts = parts;
    this.ownLanguage = ownLanguage;
    this.today = today;
  }

  /** Names in other languages, and descriptions. */
  List<ProductText> ofItem(String number) {
    List<JsonNode> names = names(number, "");
    List<JsonNode> texts =
        parts.of(ItemParts.TEXTS, number).stream().filter(row -> Validity.on(row, today)).toList();
    Set<String> languages = new TreeSet<>();
    names.forEach(row -> languages.add(language(row)));
    texts.forEach(row -> languages.add(language(row)));
    languages.remove("");
    return languages.stream()
        .map(tag -> new ProductText(tag, name(names, tag), description(texts, tag)))
        .filter(text -> text.name() != null || text.description() != null)
        .toList();
  }

  List<ProductText> ofVariant(String number, String code) {
    List<JsonNode> names = names(number, code);
    return names.stream()
        .map(this::language)
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .sorted()
        .map(tag -> new ProductText(tag, name(names, tag), null))
        .toList();
  }

  private List<JsonNode> names(String number, String code) {
    return parts.of(ItemParts.TRANSLATIONS, number).stream()
        .filter(row -> code.equalsIgnoreCase(Json.text(row, "variantCode", "")))
        .filter(row -> Json.text(row, "description") != null)
        .toList();
  }

  private String language(JsonNode row) {
    String own = ownLanguage == null ? "" : ownLanguage;
    return Json.text(row, "languageTag", own);
  }

  private @Nullable String name(List<JsonNode> names, String tag) {
    Stream<JsonNode> own = names.stream().filter(row -> language(row).equals(tag));
    return Json.first(own, "description").orElse(null);
  }

  /** The marketing text where there is one, else the extended texts. */
  private @Nullable String description(List<JsonNode> texts, String tag) {
    List<JsonNode> own = texts.stream().filter(row -> language(row).equals(tag)).toList();
    boolean marketing = own.stream().anyMatch(row -> Json.option(row, "kind").equals("Marketing"));
    String text =
        own.stream()
            .filter(row -> !marketing || Json.option(row, "kind").equals("Marketing"))
            .sorted(Comparator.comparing(row -> Json.text(row, "startingDate", "")))
            .map(row -> Json.text(row, "text", ""))
            .filter(found -> !found.isEmpty())
            .collect(Collectors.joining("\n\n"));
    return text.isEmpty() ? null : text;
  }

  List<Attribute> attributes(String number) {
    List<Attribute> attributes = new ArrayList<>();
    for (JsonNode row : parts.of(ItemParts.ATTRIBUTES, number)) {
      String name = Json.text(row, "attributeName");
      String value = Json.text(row, "value");
      if (name != null && value != null && !row.path("blocked").asBoolean(false)) {
        attributes.add(
            new Attribute(
                name,
                value,
                Json.text(row, "attributeUnitOfMeasure"),
                translated(row, name, value)));
      }
    }
    attributes.sort(Comparator.comparing(Attribute::name).thenComparing(Attribute::value));
    return attributes;
  }

  private List<Attribute.Text> translated(JsonNode row, String name, String value) {
    String attribute = Json.text(row, "attributeId", "");
    String chosen = Json.text(row, "valueId", NAME_OF_ATTRIBUTE);
    List<JsonNode> rows =
        parts.shared(ItemParts.ATTRIBUTE_TEXTS).stream()
            .filter(text -> Json.text(text, "attributeId", "").equals(attribute))
            .filter(text -> Json.text(text, "languageTag") != null)
            .toList();
    Set<String> tags =
        rows.stream()
            .filter(text -> Set.of(NAME_OF_ATTRIBUTE, chosen).contains(valueId(text)))
            .map(text -> Json.text(text, "languageTag", ""))
            .sorted()
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return tags.stream()
        .map(
            tag ->
                new Attribute.Text(
                    tag,
                    translation(rows, tag, NAME_OF_ATTRIBUTE, name),
                    chosen.equals(NAME_OF_ATTRIBUTE)
                        ? value
                        : translation(rows, tag, chosen, value)))
        .toList();
  }

  private static String translation(
      List<JsonNode> rows, String tag, String valueId, String otherwise) {
    return rows.stream()
        .filter(text -> valueId(text).equals(valueId))
        .filter(text -> Json.text(text, "languageTag", "").equals(tag))
        .map(text -> Json.text(text, "name", otherwise))
        .findFirst()
        .orElse(otherwise);
  }

  private static String valueId(JsonNode text) {
    return Json.text(text, "valueId", NAME_OF_ATTRIBUTE);
  }
}
