#include <arpa/inet.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void *serve(void *argument)
{
    int client = (int)(long)argument;
    char text[1024];
    ssize_t count = recv(client, text, sizeof text, 0);
    if (count > 0)
    {
        printf("%.*s\n", (int)count, text);
        // Without a terminal the C library holds output back.
        fflush(stdout);
        send(client, text, count, MSG_NOSIGNAL);
    }
    else if (count < 0)
        perror("client lost");
    close(client);
    return NULL;
}

int main(int argc, char **argv)
{
    const char *host = argc > 1 ? argv[1] : "127.0.0.1";
    int port = argc > 2 ? atoi(argv[2]) : 9000;
    struct timeval timeout = {argc > 3 ? atoi(argv[3]) : 300, 0};

    int server = socket(AF_INET, SOCK_STREAM, 0);
    int on = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);

    struct sockaddr_in place = {.sin_family = AF_INET, .sin_port = htons(port)};
    inet_pton(AF_INET, host, &place.sin_addr);
    // On Linux this bounds accept as well.
    setsockopt(server, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
    if (bind(server, (struct sockaddr *)&place, sizeof place) < 0 || listen(server, 64) < 0)
    {
        perror("server");
        close(server);
        return 1;
    }

    for (;;)
    {
        int client = accept(server, NULL, NULL);
        if (client < 0 && errno == EAGAIN)
        {
            fprintf(stderr, "timeout\n");
            break;
        }
        if (client < 0)
        {
            perror("accept");
            continue;
        }
        pthread_t thread;
        if (pthread_create(&thread, NULL, serve, (void *)(long)client) == 0)
            pthread_detach(thread);
        else
            close(client);
    }

    close(server);
    return 0;
}
