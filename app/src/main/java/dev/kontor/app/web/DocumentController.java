package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import dev.kontor.engine.desk.Bodies;
import dev.kontor.engine.desk.DocumentPage;
import dev.kontor.engine.desk.DocumentSummary;
import dev.kontor.engine.desk.View;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Documents: where they are and what became of them. */
@RestController
class DocumentController {

  private final HubGate gate;

  DocumentController(HubGate gate) {
    this.gate = gate;
  }

  /** Documents of one number. */
  record Documents(List<DocumentSummary> documents) {}

  @Parameter(name = "number", in = ParameterIn.QUERY, description = "of the document")
  @Needs(Right.READ)
  @GetMapping("/api/documents")
  Documents named(HttpServletRequest request) {
    String number = new Query(request, Set.of("number")).text("number", 100);
    if (number == null) {
      throw new BadInputException("number", "is missing; add it to the address");
    }
    return new Documents(view().documents().named(number));
  }

  /** An article's number may have slashes in it, and be an order's, too. */
  @Parameter(
      name = "entity",
      in = ParameterIn.QUERY,
      description = "what it is, or a flow that carries it, where one id names several")
  @Needs(Right.READ)
  @GetMapping("/api/documents/{source}/{*rest}")
  DocumentPage page(
      @PathVariable String source, @PathVariable String rest, HttpServletRequest request) {
    String sourceId = rest.substring(1);
    String entity = new Query(request, Set.of("entity")).text("entity", 100);
    return view()
        .documents()
        .page(source, sourceId, entity)
        .orElseThrow(
            () ->
                RefusedException.notFound(
                    "sourceId", "nothing is known of " + source + " " + sourceId));
  }

  /** Masked without the right {@code personal}. */
  @Needs(Right.READ)
  @GetMapping("/api/messages/{id}/payloads")
  Bodies.Pair payloads(@PathVariable String id, Caller caller) {
    if (!id.matches("[0-9]{1,18}")) {
      throw new BadInputException("id", "is no message; give its number");
    }
    return view()
        .bodies()
        .of(Long.parseLong(id), caller.rights().contains(Right.PERSONAL))
        .orElseThrow(() -> RefusedException.notFound("id", "there is no message " + id));
  }

  private View view() {
    return gate.hub().orElseThrow(NotReadyException::new).view();
  }
}
