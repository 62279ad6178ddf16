package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import dev.kontor.engine.desk.Filter;
import dev.kontor.engine.desk.Search;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Messages somebody looks for; by e-mail only with the right {@code personal}. */
@RestController
class SearchController {

  private static final Set<String> FILTER =
      Set.of("number", "state", "flow", "from", "to", "fault", "text", "email");

  private static final Set<String> PAGED =
      Stream.concat(FILTER.stream(), Stream.of("after", "limit"))
          .collect(Collectors.toUnmodifiableSet());

  private static final int USUAL = 50;
  private static final int MOST = 500;

  private final HubGate gate;

  SearchController(HubGate gate) {
    this.gate = gate;
  }

  /**
   * The newest first. An answer may have fewer than {@code limit} messages, even none, and still
   * say what is {@code next}.
   */
  @Filtered
  @Parameter(name = "after", in = ParameterIn.QUERY, description = "what was next")
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "from 1 to 500; 50 unless stated")
  @Needs(Right.READ)
  @GetMapping("/api/messages/search")
  Search.Found search(HttpServletRequest request, Caller caller) {
    Query query = new Query(request, PAGED);
    int most = query.number("limit", USUAL, 1, MOST);
    return search().find(filter(query, caller), after(query), most);
  }

  /** All of them, at most 50,000, as a table for spreadsheets. */
  @Filtered
  @Needs(Right.READ)
  @GetMapping("/api/messages/export")
  void export(HttpServletRequest request, HttpServletResponse response, Caller caller)
      throws IOException {
    Filter filter = filter(new Query(request, FILTER), caller);
    Search search = search();
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader("Content-Disposition", "attachment; filename=\"messages.csv\"");
    Export.write(search, filter, response.getWriter());
  }

  private static Filter filter(Query query, Caller caller) {
    String email = query.text("email", 254);
    if (email != null && !caller.rights().contains(Right.PERSONAL)) {
      throw RefusedException.forbidden("email needs the right personal; leave it out");
    }
    return new Filter(
        query.text("number", 100),
        query.words("state", Filter.STATES),
        query.text("flow", 100),
        query.instant("from"),
        query.instant("to"),
        query.text("fault", 100),
        query.text("text", 200),
        email);
  }

  private static @Nullable String after(Query query) {
    String after = query.text("after", 20);
    if (after != null && !after.matches("[0-9]{1,18}")) {
      throw new BadInputException("after", "is nothing an answer said was next; leave it out");
    }
    return after;
  }

  private Search search() {
    return gate.hub().orElseThrow(NotReadyException::new).view().search();
  }
}
