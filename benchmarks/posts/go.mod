module example.org/lentera

go 1.22

require (
	github.com/mattn/go-sqlite3 v1.14.22
	go.bug.st/serial v1.6.2
)
