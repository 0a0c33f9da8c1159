package io.dunning.billing;

import io.dunning.action.Channel;
import io.dunning.action.DunningAction;
import io.dunning.evaluation.DunningDocument;
import io.dunning.spring.ActionSender;
import io.dunning.spring.Delivery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;

/** The service with a sender of e-mails whose provider knows no keys, to be killed. */
final class CrashService {
  CrashService() {}

  public static void main(String[] args) {
    new SpringApplication(BillingApplication.class, CrashService.class).run(args);
  }

  @Bean
  ActionSender provider(@Value("${provider}") String provider) {
    return new Provider(provider);
  }

  private record Provider(String url) implements ActionSender {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Override
    public boolean handles(DunningAction action, DunningDocument document) {
      return action.channel().filter(c -> c == Channel.EMAIL).isPresent();
    }

    @Override
    public String send(Delivery delivery) throws IOException, InterruptedException {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .POST(BodyPublishers.ofString(delivery.key()))
              .build();
      HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
      return answer.body();
    }
  }
}
