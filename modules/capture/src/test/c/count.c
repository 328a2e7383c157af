/* The least that a C program can do with a capture: read it with libpcap and count four classes. */
#include <pcap/pcap.h>
#include <stdio.h>

int main(int argc, char **argv) {
  char error[PCAP_ERRBUF_SIZE];
  struct pcap_pkthdr *header;
  const u_char *data;
  unsigned long esp = 0, esp_udp = 0, clear = 0, other = 0;
  pcap_t *capture = argc > 1 ? pcap_open_offline(argv[1], error) : NULL;
  if (!capture) return 1;
  while (pcap_next_ex(capture, &header, &data) == 1) {
    if (header->caplen < 34 || data[12] != 8 || data[13] != 0) {
      other++;
      continue;
    }
    unsigned ports = 14 + (data[14] & 15) * 4;
    if (data[23] == 50)
      esp++;
    else if (data[23] == 17 && header->caplen >= ports + 4
             && (((data[ports] << 8) | data[ports + 1]) == 4500 || ((data[ports + 2] << 8) | data[ports + 3]) == 4500))
      esp_udp++;
    else
      clear++;
  }
  printf("%lu %lu %lu %lu\n", esp, esp_udp, clear, other);
  return 0;
}
