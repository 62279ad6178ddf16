package dev.kontor.twin.businesscentral;

import dev.kontor.twin.kit.Answer;
import dev.kontor.twin.kit.Call;
import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.odata.Segment;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Page {@code webhookSupportedResources} of {@code microsoft/runtime/beta} (behaviours.md §7). */
record SupportedResources(Supplier<Set<String>> offered) {

  static final String ROUTE = "microsoft/runtime/beta";

  private static final String VERSION = "resource eq 'v2.0*'";

  Answer answer(Call call, List<Segment> path, Predicate<@Nullable String> company) {
    if (path.size() != 2
        || !path.getFirst().name().equals("companies")
        || !path.getLast().name().equals("webhookSupportedResources")) {
      return ErrorAnswer.of(404, "BadRequest_ResourceNotFound", "No such page in this API.");
    }
    if (!company.test(path.getFirst().key())) {
      return ErrorAnswer.of(404, "Internal_CompanyNotFound", "The company does not exist.");
    }
    String filter = call.param("$filter").orElse("");
    if (!filter.isEmpty() && !filter.equals(VERSION)) {
      return ErrorAnswer.of(400, "BadRequest", "The filter is not supported: " + filter);
    }
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    Stream<String> others = filter.isEmpty() ? Stream.of("v1.0/customers") : Stream.empty();
    Stream.concat(others, offered.get().stream().sorted().map(set -> "v2.0/" + set))
        .forEach(resource -> value.addObject().put("resource", resource));
    return Answer.json(200, body);
  }
}
