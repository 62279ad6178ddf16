package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What each address of the administration asks for. The port does not open if one says nothing, so
 * that a new one cannot be forgotten.
 */
@Component
class Rights implements SmartInitializingSingleton {

  /** The library's own controller, which carries no annotation of ours. */
  private static final String API_DESCRIPTION = "org.springdoc.";

  private final RequestMappingHandlerMapping mapping;

  Rights(RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * What one address asks for.
   *
   * @param open asks nobody who they are
   * @param exceptHere a program on this machine needs no right
   */
  record Rule(boolean open, Set<Right> rights, boolean exceptHere) {}

  @Override
  public void afterSingletonsInstantiated() {
    mapping
        .getHandlerMethods()
        .forEach(
            (address, method) -> {
              if (of(method).isEmpty()) {
                throw new IllegalStateException(
                    address + " (" + method + ") must say which right it @Needs, or be @Open");
              }
            });
  }

  /** Empty if the address says nothing, which refuses it. */
  Optional<Rule> of(HandlerMethod method) {
    @Nullable Needs needs = method.getMethodAnnotation(Needs.class);
    if (needs != null) {
      return Optional.of(new Rule(false, set(needs.value()), needs.exceptHere()));
    }
    if (method.getMethodAnnotation(Open.class) != null
        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Open.class)) {
      return Optional.of(new Rule(true, Set.of(), false));
    }
    return method.getBeanType().getName().startsWith(API_DESCRIPTION)
        ? Optional.of(new Rule(false, Set.of(Right.READ), false))
        : Optional.empty();
  }

  private static Set<Right> set(Right... rights) {
    Set<Right> set = EnumSet.noneOf(Right.class);
    set.addAll(java.util.List.of(rights));
    return set;
  }
}
