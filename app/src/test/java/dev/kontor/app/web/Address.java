package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One address of the administration and what it asks for, as it is mapped. */
record Address(String method, String path, boolean open, Set<Right> rights) {

  /** Every one but that which tells of errors. */
  static List<Address> all(ApplicationContext context) {
    Rights rights = context.getBean(Rights.class);
    List<Address> all = new ArrayList<>();
    context
        .getBean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, handler) -> {
              Rights.Rule rule = rights.of(handler).orElseThrow();
              for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                mapping
                    .getPatternValues()
                    .forEach(
                        path ->
                            all.add(new Address(method.name(), path, rule.open(), rule.rights())));
              }
            });
    return all;
  }

  /** With something put in for what stands in braces. */
  String filled() {
    return path.replaceAll("\\{[^}]*}", "4711");
  }
}
