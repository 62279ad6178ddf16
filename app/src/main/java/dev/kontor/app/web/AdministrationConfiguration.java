package dev.kontor.app.web;

import dev.kontor.app.access.Passwords;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JacksonModule;

/** The port for people: the console and its API. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  StatusController.class,
  DeskController.class,
  HealthController.class,
  MetricsController.class,
  DecisionController.class,
  ProblemController.class,
  ApprovalController.class,
  PreviewController.class,
  MasterDataController.class,
  StopController.class,
  SignInController.class,
  SessionController.class,
  OidcController.class,
  UsersController.class,
  TokensController.class,
  AlertController.class,
  AuditController.class,
  PageController.class,
  OverviewController.class,
  SearchController.class,
  DocumentController.class,
  ConnectionController.class,
  SetupController.class,
  EventsController.class,
  LiveEvents.class,
  Pages.class,
  SameSiteFilter.class,
  ParameterFilter.class,
  Rights.class,
  ApiDescription.class,
  WebRules.class,
  Refusals.class,
  SilentErrors.class
})
class AdministrationConfiguration {

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  @Bean
  BodyFilter bodyFilter() {
    return new BodyFilter(System::nanoTime);
  }

  @Bean
  JacksonModule plainText() {
    return PlainText.module();
  }
}
