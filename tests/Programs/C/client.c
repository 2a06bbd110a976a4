#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    const char *host = argc > 1 ? argv[1] : "127.0.0.1";
    const char *port = argc > 2 ? argv[2] : "9000";
    const char *message = argc > 3 ? argv[3] : "Hello, server!";
    struct timeval timeout = {argc > 4 ? atoi(argv[4]) : 300, 0};

    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM}, *place;
    int unknown = getaddrinfo(host, port, &hints, &place);
    if (unknown)
    {
        fprintf(stderr, "%s: %s\n", host, gai_strerror(unknown));
        return 1;
    }

    int sock = socket(place->ai_family, place->ai_socktype, 0);
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);

    char reply[1024];
    ssize_t count = -1;
    if (connect(sock, place->ai_addr, place->ai_addrlen) == 0
        && send(sock, message, strlen(message), MSG_NOSIGNAL) >= 0)
        count = recv(sock, reply, sizeof reply, 0);

    if (count >= 0)
        printf("%.*s\n", (int)count, reply);
    else if (errno == EAGAIN)
        fprintf(stderr, "timeout\n");
    else
        perror("client");

    close(sock);
    freeaddrinfo(place);
    return count < 0;
}
