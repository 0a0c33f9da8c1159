package io.dunning.billing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.transaction.TransactionException;

/** Nothing is open but health and the description of the API. What is not allowed is forbidden. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  static final String NOT_ALLOWED =
      "path or header has a character that is not allowed\n"
          + "Maybe the id of a customer has one of / \\ % ; or is . or ..; such ids are not taken";

  private static final String[] OPEN = {
    "/actuator/health/**", "/api", "/v3/api-docs/**", "/swagger-ui/**", "/error"
  };

  @Bean
  Tokens tokens(BillingProperties settings, Environment environment, DemoTokens demo) {
    boolean isDemo = environment.acceptsProfiles(Profiles.of("demo"));
    if (settings.tokens().isEmpty() && !isDemo) {
      throw new StartException(
          "no tokens are set, so nobody could use the service",
          "Set billing.tokens[0].tenant, .name, .role (reader, clerk or approver) and .sha256 "
              + "(printf %s TOKEN | sha256sum), or try the service with the profile \"demo\".");
    }
    List<BillingProperties.Token> all = settings.tokens();
    return new Tokens(all.isEmpty() ? demo.tokens() : all);
  }

  @Bean
  SecurityFilterChain security(
      HttpSecurity http, Tokens tokens, BillingProperties settings, Audit audit) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable) // a browser's credentials only read
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilterBefore(new TokenFilter(tokens), AnonymousAuthenticationFilter.class)
        .addFilterAfter(
            new BodyLimit(settings.largestBody().toBytes()), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(SecurityConfiguration::rights)
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(SecurityConfiguration::unknown)
                    .accessDeniedHandler(
                        (request, response, fault) -> forbidden(request, response, audit)))
        .build();
  }

  private static void rights(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          all) {
    all.requestMatchers(OPEN)
        .permitAll()
        .requestMatchers("/actuator/**") // of no tenant, and so for no token
        .denyAll()
        .requestMatchers(HttpMethod.POST, "/approvals/*")
        .hasAuthority("APPROVE")
        .requestMatchers(HttpMethod.GET, "/**")
        .hasAuthority("READ")
        .requestMatchers(HttpMethod.HEAD, "/**") // a GET without the body
        .hasAuthority("READ")
        .anyRequest()
        .hasAuthority("WRITE");
  }

  private static void unknown(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Basic realm=\"dunning\"");
    Problems.write(response, 401, "no token, or not one that is known");
  }

  private static void forbidden(
      HttpServletRequest request, HttpServletResponse response, Audit audit) throws IOException {
    Caller caller = caller();
    try {
      audit.refused(caller, request.getMethod() + " " + request.getRequestURI());
    } catch (DataAccessException | TransactionException e) {
      if (!Unavailable.is(e)) {
        throw e;
      }
      Problems.writeUnavailable(response, e);
      return;
    }
    Problems.write(response, 403, "a token of the role " + caller.role() + " does not allow this");
  }

  /** Paths and headers that the firewall of Spring Security does not let through. */
  @Bean
  RequestRejectedHandler rejected() {
    return (request, response, fault) -> Problems.write(response, 400, NOT_ALLOWED);
  }

  private static Caller caller() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return (Caller) who.getPrincipal();
  }
}
