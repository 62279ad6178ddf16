package dev.kontor.app.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the check of rights before every controller and hands the caller to those that ask. */
@Configuration(proxyBeanMethods = false)
class WebRules implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  private final HubGate gate;
  private final ObjectProvider<Rights> rights;

  /**
   * @param rights knows the controllers, which are not there yet
   */
  WebRules(HubGate gate, ObjectProvider<Rights> rights) {
    this.gate = gate;
    this.rights = rights;
  }

  /** Every address has one kind of answer, and a refusal is JSON to whoever asks. */
  @Override
  public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
    negotiation.strategies(List.of(request -> ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST));
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new RightsInterceptor(gate, rights));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Caller.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    return Objects.requireNonNull(
        request.getAttribute(RightsInterceptor.CALLER, RequestAttributes.SCOPE_REQUEST),
        "an open address has no caller");
  }
}
