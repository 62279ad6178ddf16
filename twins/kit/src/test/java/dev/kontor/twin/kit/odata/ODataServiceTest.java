package dev.kontor.twin.kit.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ODataServiceTest {
  private static final String ID = "11111111-2222-3333-4444-555555555555";
  private final Shelf shelf = new Shelf(2, false);

  @BeforeEach
  void books() {
    shelf.post(
        "/books",
        """
        {"title":"O'Hara","price":1.10,"pages":300,"sold":true,"printed":"2026-01-02","kind":"Poem",
         "changed":"2026-01-02T10:00:00.123Z","authorId":"%s","isbn":"1"}"""
            .formatted(ID));
    shelf.post("/books", "{\"title\":\"Beta\",\"price\":20,\"pages\":100}");
    shelf.post(
        "/books", "{\"title\":\"Alpha\",\"price\":9.99,\"pages\":200,\"printed\":\"2027-05-05\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "title eq 'O''Hara' | O'Hara",
        "price gt 5 and price lt 15.5 | Alpha",
        "title eq 'Beta' or title eq 'Alpha' | Beta,Alpha",
        "not (pages le 200) | O'Hara",
        "contains(title,'lph') | Alpha",
        "startswith(title,'Be') or endswith(title,'ra') | O'Hara,Beta",
        "authorId eq 11111111-2222-3333-4444-555555555555 | O'Hara",
        "printed ge 2026-01-02 | O'Hara,Alpha",
        "changed gt 2026-01-02T10:00:00.122Z | O'Hara",
        "changed gt 2026-01-02T11:00:00.123%2B01:00 | ",
        "kind ne '_x0020_' | O'Hara",
        "sold eq true | O'Hara",
        "title in ('Beta','Alpha') | O'Hara,Beta,Alpha",
        "pages ne null and pages gt 250 | O'Hara",
        "chapters/any(c:c/name eq 'x') | O'Hara,Beta,Alpha",
      })
  void filters(String filter, String titles) {
    assertThat(String.join(",", shelf.titles(filter))).isEqualTo(titles == null ? "" : titles);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "title eq 'a' or pages eq 1 | distinct fields",
        "colour eq 1 | colour",
        "title eq | too early",
        "title is 'x' | operator 'is'",
        "title eq 'x | position",
        "pages eq 'x' | incompatible",
        "pages eq '100' | incompatible",
        "title eq Beta | incompatible",
        "title eq 5 | incompatible",
        "sold eq 'true' | incompatible",
        "kind eq Poem | incompatible",
        "kind eq 'Play' | 'Play' is not a valid enumeration type constant",
        "authorId eq '11111111-2222-3333-4444-555555555555' | incompatible",
        "printed ge '2026-01-02' | incompatible",
        "contains(title,5) | incompatible",
      })
  void badFiltersAreRefused(String filter, String message) {
    JsonNode answer = shelf.get("/books", "$filter=" + filter);
    assertThat(answer.path("problem").asString()).isEqualTo("BAD_QUERY");
    assertThat(answer.path("message").asString()).contains(message);
  }

  @Test
  void orderSelectTopSkipAndCount() {
    JsonNode answer =
        shelf.get("/books", "$orderby=price desc&$select=title,price&$top=1&$skip=1&$count=true");
    JsonNode book = answer.path("value").get(0);
    assertThat(book.propertyNames()).containsExactly("@odata.etag", "title", "price");
    assertThat(book.path("title").asString()).isEqualTo("Alpha");
    assertThat(answer.path("@odata.count").asInt()).isEqualTo(3);
    assertThat(shelf.call("GET", "/books/$count", "", Map.of(), "").text()).isEqualTo("3");
  }

  @Test
  void pagesFollowTheNextLinkAndSurviveChangesBetween() {
    List<String> seen = new ArrayList<>();
    String query = "$orderby=title&$filter=price gt 0";
    for (int pages = 0; pages < 3; pages++) {
      JsonNode page =
          shelf.call("GET", "/books", query, Map.of("prefer", "odata.maxpagesize=1"), "").json();
      seen.add(page.path("value").get(0).path("title").asString());
      shelf.post("/books", "{\"title\":\"Aaa\",\"price\":1}");
      query = URI.create(page.path("@odata.nextLink").asString("")).getRawQuery();
    }
    assertThat(seen).containsExactly("Alpha", "Beta", "O'Hara");
    assertThat(query).isNull();
  }

  @Test
  void pagesWithoutOrderAreInOrderOfInsertionAlsoOfWhatWasAlmostRemoved() {
    String first = shelf.get("/books", "").path("value").get(0).path("id").asString();
    assertThatThrownBy(
            () ->
                shelf.rows.changing(
                    () -> {
                      shelf.rows.remove("main", "books", first);
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    List<String> seen = new ArrayList<>();
    String query = "$filter=title eq 'Alpha' or title eq 'O''Hara' or title eq 'Beta'";
    while (query != null) {
      JsonNode page =
          shelf.call("GET", "/books", query, Map.of("prefer", "odata.maxpagesize=1"), "").json();
      page.path("value").forEach(book -> seen.add(book.path("title").asString()));
      query = URI.create(page.path("@odata.nextLink").asString("")).getRawQuery();
    }
    assertThat(seen).containsExactly("O'Hara", "Beta", "Alpha");
    assertThat(shelf.get("/books", "$top=2&$skip=1").path("value")).hasSize(2);
    assertThat(shelf.get("/books", "$top=1").path("value").get(0).path("id").asString())
        .isEqualTo(first);
  }

  @Test
  void deepInsertCommitsWholeOrNotAtAll() {
    Answer bad =
        shelf.call(
            "POST",
            "/books",
            "",
            Map.of(),
            "{\"title\":\"D\",\"chapters\":[{\"name\":\"a\"},{\"name\":\"bad\"}]}");
    assertThat(bad.status()).isEqualTo(400);
    assertThat(shelf.titles("title eq 'D'")).isEmpty();
    assertThat(shelf.rows.all("main", "chapters")).isEmpty();

    String id =
        shelf
            .post("/books", "{\"title\":\"D\",\"chapters\":[{\"name\":\"a\"},{\"name\":\"b\"}]}")
            .path("id")
            .asString();
    JsonNode book =
        shelf.get(
            "/books(" + id + ")",
            "$expand=chapters($select=name;$orderby=name desc;$top=1),author");
    assertThat(book.path("chapters").get(0).path("name").asString()).isEqualTo("b");
    assertThat(book.path("chapters")).hasSize(1);
    assertThat(book.path("author").isNull()).isTrue();
    assertThat(shelf.get("/books(" + id + ")/chapters", "").path("value")).hasSize(2);
  }

  @Test
  void codesAreUpperCaseWithoutOuterBlanks() {
    JsonNode book = shelf.post("/books", "{\"title\":\"c\",\"shelf\":\" ab-1 \"}");
    assertThat(book.path("shelf").asString()).isEqualTo("AB-1");
    assertThat(shelf.titles("shelf eq 'ab-1'")).containsExactly("c");
    assertThat(shelf.titles("startswith(shelf,'aB')")).containsExactly("c");
  }

  @Test
  void changesAndDeletesNeedTheCurrentTag() {
    JsonNode book = shelf.get("/books", "$top=1").path("value").get(0);
    String path = "/books(" + book.path("id").asString() + ")";
    String tag = book.path("@odata.etag").asString();
    assertThat(problem("PATCH", path, Map.of(), "{\"pages\":1}")).isEqualTo("ETAG_MISSING");
    Answer changed = shelf.call("PATCH", path, "", Map.of("if-match", tag), "{\"pages\":1}");
    assertThat(changed.json().path("pages").asInt()).isEqualTo(1);
    assertThat(problem("PATCH", path, Map.of("if-match", tag), "{\"pages\":2}"))
        .isEqualTo("ETAG_STALE");
    assertThat(problem("DELETE", path, Map.of("if-match", tag), "")).isEqualTo("ETAG_STALE");
    assertThat(problem("DELETE", path, Map.of(), "")).isEqualTo("ETAG_MISSING");
    assertThat(shelf.call("DELETE", path, "", Map.of("if-match", "*"), "").status()).isEqualTo(204);
    assertThat(problem("GET", path, Map.of(), "")).isEqualTo("ROW_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"colour\":1}|UNKNOWN_PROPERTY",
        "{\"price\":\"1\"}|WRONG_TYPE",
        "{\"printed\":\"2026-13-01\"}|WRONG_TYPE",
        "{\"authorId\":\"x\"}|WRONG_TYPE",
        "{\"kind\":\"Play\"}|WRONG_MEMBER",
        "{\"title\":\"123456789012345678901\"}|TOO_LONG",
        "[1]|MALFORMED_BODY",
        "{|MALFORMED_BODY",
      })
  void bodiesAreChecked(String body, String problem) {
    assertThat(problem("POST", "/books", Map.of(), body)).isEqualTo(problem);
  }

  @Test
  void unknownPathsMethodsAndReadOnlySetsAreRefused() {
    assertThat(problem("GET", "/films", Map.of(), "")).isEqualTo("UNKNOWN_RESOURCE");
    assertThat(problem("POST", "/authors", Map.of(), "{}")).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(problem("GET", "/books?", Map.of(), "")).isEqualTo("UNKNOWN_RESOURCE");
    JsonNode unsupported = shelf.get("/books", "$apply=x");
    assertThat(unsupported.path("message").asString()).contains("$apply");
  }

  @Test
  void metadataDependsOnTheVersion() {
    String newer = shelf.call("GET", "/$metadata", "", Map.of(), "").text();
    String older = new Shelf(1, false).call("GET", "/$metadata", "", Map.of(), "").text();
    assertThat(newer)
        .contains("isbn", "prizes", "<Member Name=\"Poem\"/>", "Type=\"Collection(Lib.chapter)\"");
    assertThat(older).doesNotContain("isbn", "prizes").contains("title");
  }

  @Test
  void aBatchStopsAtTheFirstFailureUnlessToldToGoOn() {
    String batch =
        """
        {"requests":[
          {"id":"1","method":"POST","url":"/books","headers":{},"body":{"title":"B1"}},
          {"id":"2","method":"POST","url":"/books","body":{"colour":1}},
          {"id":"3","method":"GET","url":"books?$filter=title eq 'B1'"}]}""";
    assertThat(responses(Map.of(), batch)).containsExactly("1:201", "2:499");
    assertThat(responses(Map.of("prefer", "odata.continue-on-error"), batch))
        .containsExactly("1:201", "2:499", "3:200");
    assertThat(shelf.titles("title eq 'B1'")).hasSize(2);
    assertThat(responses(Map.of("isolation", "snapshot"), batch)).containsExactly("1:201", "2:499");
    assertThat(shelf.titles("title eq 'B1'")).hasSize(2);
    assertThat(problem("POST", "/$batch", Map.of(), "{\"requests\":[1,2,3,4]}"))
        .isEqualTo("BATCH_TOO_LARGE");
  }

  @Test
  void commitsAreToldOnceAndOnlyWhenTheyStand() {
    List<List<Change>> told = new ArrayList<>();
    shelf.rows.onCommit(told::add);
    shelf.post("/books", "{\"title\":\"D\",\"chapters\":[{\"name\":\"a\"}]}");
    shelf.post("/books", "{\"title\":\"D\",\"chapters\":[{\"name\":\"bad\"}]}");
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).extracting(Change::set).containsExactly("books", "chapters");
  }

  @Test
  void anActionIsDeclaredAndTakesAllItsParametersAndNoOthers() {
    String book = "/books(" + shelf.get("/books", "").at("/value/0/id").asString() + ")";
    String lend = book + "/Lib.lend";
    assertThat(problem("POST", book + "/Lib.Lend", Map.of(), "")).isEqualTo("ACTION_UNKNOWN");
    assertThat(problem("POST", lend, Map.of(), "")).isEqualTo("PARAMETER_MISSING");
    assertThat(problem("POST", lend, Map.of(), "{\"reader\":\"\",\"until\":null}"))
        .isEqualTo("PARAMETER_MISSING");
    String all = "\"reader\":\"\",\"until\":\"0001-01-01\"";
    assertThat(problem("POST", lend, Map.of(), "{" + all + ",\"fee\":1}"))
        .isEqualTo("UNKNOWN_PROPERTY");
    assertThat(shelf.titles("title eq 'lent'")).isEmpty();
    assertThat(shelf.call("POST", lend, "", Map.of(), "{" + all + "}").status()).isEqualTo(204);
    assertThat(shelf.titles("title eq 'lent'")).hasSize(1);
  }

  @Test
  void orOverDistinctFieldsAndDeletingWithoutTagAreTheDialectsChoice() {
    Shelf open = new Shelf(2, true);
    String id = open.post("/books", "{\"title\":\"a\"}").path("id").asString();
    assertThat(open.titles("title eq 'a' or pages eq 1")).containsExactly("a");
    assertThat(open.call("DELETE", "/books(" + id + ")", "", Map.of(), "").status()).isEqualTo(204);
  }

  @Test
  void repeatedQueryNamesTakeTheLast() {
    assertThat(Call.query("a=1&a=2&b=%2B")).isEqualTo(Map.of("a", "2", "b", "+"));
    assertThat(Set.copyOf(Segment.path("/a('X')/b"))).contains(new Segment("a", "x"));
  }

  private List<String> responses(Map<String, String> headers, String batch) {
    return shelf
        .call("POST", "/$batch", "", headers, batch)
        .json()
        .path("responses")
        .valueStream()
        .map(r -> r.path("id").asString() + ":" + r.path("status").asInt())
        .toList();
  }

  private String problem(String method, String path, Map<String, String> headers, String body) {
    return shelf.call(method, path, "", headers, body).json().path("problem").asString("");
  }
}
