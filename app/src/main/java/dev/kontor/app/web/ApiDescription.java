package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

/** What {@code /api/openapi.json} says beyond what the controllers say themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  /** The extension that names the rights an address asks for. */
  static final String RIGHTS = "x-rights";

  private static final String COOKIE = "session";
  private static final String TOKEN = "token";
  private static final String ERROR = "Error";

  /** What any address may answer instead of doing what it is for. */
  private static final Map<HttpStatus, String> ALWAYS =
      Map.of(
          HttpStatus.BAD_REQUEST, "What was sent cannot be used; the text names field and remedy.",
          HttpStatus.SERVICE_UNAVAILABLE, "The hub is starting or stopping.");

  private static final Map<HttpStatus, String> SIGNED_IN =
      Map.of(
          HttpStatus.UNAUTHORIZED, "Not signed in.",
          HttpStatus.FORBIDDEN, "A right is missing, or the page's header; the text says which.");

  static {
    // Comes from the session, not from the request.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Bean
  OpenAPI kontor() {
    ObjectSchema error = new ObjectSchema();
    error.addProperty("error", new StringSchema().description("what is wrong, what to do"));
    error.addProperty("field", new StringSchema().description("the field that is wrong, if one"));
    error.setRequired(List.of("error"));
    return new OpenAPI()
        .info(new Info().title("Kontor, administration").version("1"))
        .components(
            new Components()
                .addSchemas(ERROR, error)
                .addSecuritySchemes(COOKIE, cookie())
                .addSecuritySchemes(
                    TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")));
  }

  private static SecurityScheme cookie() {
    return new SecurityScheme()
        .type(SecurityScheme.Type.APIKEY)
        .in(SecurityScheme.In.COOKIE)
        .name(Callers.COOKIE)
        .description("Whatever is not GET also sends the header " + RightsInterceptor.CSRF + ".");
  }

  @Bean
  OperationCustomizer rightsAndErrors(Rights rights) {
    return (operation, method) -> described(operation, method, rights);
  }

  private static Operation described(Operation operation, HandlerMethod method, Rights rights) {
    Rights.Rule rule = rights.of(method).orElseThrow();
    ALWAYS.forEach((status, text) -> answer(operation, status, text));
    if (rule.open()) {
      operation.addExtension(RIGHTS, List.of());
      operation.setSecurity(List.of());
    } else {
      SIGNED_IN.forEach((status, text) -> answer(operation, status, text));
      operation.addExtension(RIGHTS, Right.words(rule.rights()));
      operation.addSecurityItem(new SecurityRequirement().addList(COOKIE));
      operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
    return operation;
  }

  private static void answer(Operation operation, HttpStatus status, String text) {
    if (operation.getResponses() == null) {
      operation.setResponses(new ApiResponses());
    }
    Content content =
        new Content()
            .addMediaType(
                org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
                new MediaType().schema(new Schema<>().$ref(ERROR)));
    operation
        .getResponses()
        .addApiResponse(
            String.valueOf(status.value()), new ApiResponse().description(text).content(content));
  }
}
